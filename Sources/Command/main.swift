import Belong

print(Features.changes.count)
