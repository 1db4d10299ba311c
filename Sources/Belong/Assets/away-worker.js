// Keeps the page for writing without signal, and what it is made of. Nothing about
// anybody is ever kept here: pages of people go past untouched.

const SHELF = "belong-away";
const PAGE = "/away";
const FILES = [
  PAGE, "/assets/belong.css", "/assets/belong.js", "/assets/away.js", "/assets/kept.js", "/assets/away-page.js",
  "/assets/belong.svg",
];

// Asked for as a stranger, so that it comes without anybody's name.
async function stock() {
  const shelf = await caches.open(SHELF);
  await Promise.all(FILES.map(async (file) => {
    const answer = await fetch(file, { credentials: "omit", cache: "no-cache" });
    if (answer.ok) await shelf.put(file, answer);
  }));
}

addEventListener("install", (event) => event.waitUntil(stock().then(() => skipWaiting())));
addEventListener("message", (event) => event.waitUntil(stock()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(orKept(request, PAGE));
  else if (FILES.includes(pathname)) event.respondWith(orKept(request, pathname));
});

async function orKept(request, path) {
  try {
    const answer = await fetch(request);
    if (path !== PAGE && answer.ok) (await caches.open(SHELF)).put(path, answer.clone());
    return answer;
  } catch (trouble) {
    const kept = await caches.match(path);
    if (kept) return kept;
    throw trouble;
  }
}
