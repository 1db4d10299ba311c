// Words that were written without signal, encrypted on this device until Belong has them.
// The key belongs to one member in this browser and no script can read it out; it is
// forgotten at sign-out. What lies beside an encrypted box names nobody.

const LONGEST = 12 * 3600 * 1000;

const shelves = new Promise((done, failed) => {
  const asked = indexedDB.open("belong-away", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("keepers", { keyPath: "keeper" });
    asked.result.createObjectStore("unsent", { keyPath: "key" });
    asked.result.createObjectStore("now", { keyPath: "id" });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function at(shelf, mode, act) {
  const transaction = (await shelves).transaction(shelf, mode);
  const asked = act(transaction.objectStore(shelf));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(asked?.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

const get = (shelf, id) => at(shelf, "readonly", (store) => store.get(id));
const put = (shelf, value) => at(shelf, "readwrite", (store) => store.put(value));
const drop = (shelf, id) => at(shelf, "readwrite", (store) => store.delete(id));
const every = (shelf) => at(shelf, "readonly", (store) => store.getAll());

async function lock(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain) };
}

async function unlock(key, { iv, box }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box)));
}

// Whoever may read and write here now: the member whose page was last opened, for as long
// as a session lasts at most.
export async function present() {
  const now = await get("now", "now");
  const isFresh = now?.keeper && Date.now() - now.seen < LONGEST && Date.now() >= now.seen;
  return isFresh ? get("keepers", now.keeper) : undefined;
}

export async function enter(id) {
  let keeper = await get("keepers", id);
  if (!keeper) {
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    keeper = { keeper: id, key, device: crypto.randomUUID(), isKnown: false, day: null, dayAt: 0 };
    await put("keepers", keeper);
  }
  await put("now", { id: "now", keeper: id, seen: Date.now() });
  return keeper;
}

// Nobody is here: what is kept stays locked.
export const leave = () => drop("now", "now");

export async function forget(id) {
  await drop("keepers", id);
  for (const item of await every("unsent")) if (item.keeper === id) await drop("unsent", item.key);
  if ((await get("now", "now"))?.keeper === id) await leave();
}

// A device that was told to forget does so as soon as it hears of it, signed in or not.
export async function obey() {
  for (const keeper of await every("keepers")) {
    if (!keeper.isKnown) continue;
    const answer = await fetch(`/away/devices/${keeper.device}`).catch(() => undefined);
    if (answer?.status === 410) await forget(keeper.keeper);
  }
}

export async function people(keeper) {
  return keeper.day ? unlock(keeper.key, keeper.day) : [];
}

// Today's initials once more, if they are older than that.
export async function refresh(keeper, formToken, older = 600_000) {
  if (keeper.isKnown && Math.abs(Date.now() - keeper.dayAt) < older) return true;
  const answer = await say("/away/day", { formToken, device: keeper.device });
  if (answer?.status === 410) {
    await forget(keeper.keeper);
    return false;
  }
  if (!answer?.ok) return true;
  const day = await lock(keeper.key, (await answer.json()).people);
  if (await get("keepers", keeper.keeper)) {
    Object.assign(keeper, { isKnown: true, day, dayAt: Date.now() });
    await put("keepers", keeper);
  }
  return true;
}

// What is kept for this member, oldest first.
export async function unsent(keeper) {
  const theirs = (await every("unsent")).filter((item) => item.keeper === keeper.keeper);
  const open = await Promise.all(theirs.map(async (item) => ({ ...item, ...(await unlock(keeper.key, item)) })));
  return open.sort((one, other) => one.began - other.began);
}

export async function keep(keeper, { key, began, isReady, trouble, fields }) {
  const box = await lock(keeper.key, { began, isReady, trouble, fields });
  await put("unsent", { key, keeper: keeper.keeper, ...box });
}

export const throwAway = (key) => drop("unsent", key);

const say = (path, fields) => fetch(path, {
  method: "POST", headers: { "X-Draft": "1" }, body: new URLSearchParams(fields), signal: AbortSignal.timeout(15_000),
}).catch(() => undefined);

// Sends what is ready, one after the other, in one window at a time. What Belong has taken
// is gone from here; what it could not take stays, with the reason.
export function send(keeper, formToken) {
  return navigator.locks.request("belong-away", async () => {
    for (const item of await unsent(keeper)) {
      if (!item.isReady || !item.fields.about) continue;
      const fields = { ...item.fields, key: item.key, began: item.began, sent: Date.now(), formToken };
      const answer = await say("/away/sendings", fields);
      if (!answer || answer.status === 401 || answer.status >= 500) return;
      if (!answer.headers.get("Content-Type")?.includes("json")) return;
      const told = await answer.json();
      const now = (await unsent(keeper)).find((other) => other.key === item.key);
      if (!now || JSON.stringify(now.fields) !== JSON.stringify(item.fields)) continue;
      if (answer.ok) await throwAway(item.key);
      else await keep(keeper, { ...item, isReady: false, trouble: told.sentence });
    }
  });
}

// Whose session this is, as Belong says; nothing where there is no signal.
export async function standing() {
  const answer = await fetch("/away/standing", { headers: { "X-Draft": "1" } }).catch(() => undefined);
  if (!answer) return undefined;
  return answer.ok ? answer.json() : null;
}
