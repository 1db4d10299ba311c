-- Sends one referral after the other, each about somebody nobody has met, and
-- counts what did not come back as "see the referral".
local form = "practice=%s&givenName=Made%%20up&familyName=%s&nhsNumber=%s&born=%d%%20%d%%20%d&postcode=M33%%20%dLJ"
    .. "&phone=07700%%20900123&reasons[]=isolation&reasons[]=money&words=Widowed%%2C%%20eats%%20alone%%2C%%20would%%20like%%20company."
    .. "&told[]=role&channels[]=text&channels[]=call&voicemail=no&neutral=no&needs[]=step_free&risk=nothing&formToken=%s&nonce=%s"

local everyone = {}
function setup(thread)
    table.insert(everyone, thread)
end

-- The next NHS number of the range kept for tests, with its check digit.
local function number()
    while true do
        counter = counter + 1
        local digits = string.format("999%06d", counter)
        local sum = 0
        for place = 1, 9 do sum = sum + (11 - place) * tonumber(digits:sub(place, place)) end
        local check = (11 - sum % 11) % 11
        if check < 10 then return digits .. check end
    end
end

local function nonce()
    return string.format("%08x-%04x-7%03x-8%03x-%012x", math.random(0, 0xffffffff), math.random(0, 0xffff),
        math.random(0, 0xfff), math.random(0, 0xfff), math.random(0, 0xffffffffffff))
end

function init(words)
    practice, token, cookie = words[1], words[2], words[3]
    counter = tonumber(words[4])
    math.randomseed(os.time())
    headers = { ["Cookie"] = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }
    refused = 0
end

function request()
    local nhs = number()
    local name = "Nobody" .. nhs:gsub("%d", function(digit) return string.char(97 + tonumber(digit)) end)
    local body = string.format(form, practice, name, nhs, math.random(1, 28), math.random(1, 12),
        math.random(1930, 2005), math.random(1, 7), token, nonce())
    return wrk.format("POST", "/referrals", headers, body)
end

function response(status)
    if status ~= 303 then refused = refused + 1 end
end

function done()
    local all = 0
    for _, thread in ipairs(everyone) do all = all + thread:get("refused") end
    print("refused " .. all)
end
