// Writing without signal, on every page: keeps the page for it on the device, sends what
// waits, says that it waits, and forgets all of it at sign-out.

const isPossible = isSecureContext && "serviceWorker" in navigator && crypto.subtle && indexedDB && navigator.locks;
const isOurs = document.body.dataset.reader || document.querySelector("#away") || location.pathname === "/signing-in";
if (isPossible && isOurs) begin(await import("/assets/kept.js"));

async function begin(kept) {
  const paper = document.querySelector("#away");
  const { reader, away } = document.body.dataset;
  const formToken = document.querySelector("input[name=formToken]")?.value;

  const mine = reader && away !== undefined ? kept.enter(reader) : undefined;
  if (mine) {
    for (const form of document.querySelectorAll("form[action='/signing-out'], form[action='/me/sessions/end']")) {
      form.addEventListener("submit", (event) => goes(event, form));
    }
  }

  if (paper) (await import("/assets/away-page.js")).begin(kept);
  else if (mine) await enter(await mine);
  else {
    await kept.leave();
    await kept.obey();
  }

  async function enter(keeper) {
    const isDue = Date.now() - keeper.dayAt > 600_000;
    navigator.serviceWorker.register("/away-worker.js").then((there) => isDue && there.active?.postMessage("stock"), () => {});
    const deliver = async () => {
      await kept.send(keeper, formToken);
      await tell(keeper);
    };
    addEventListener("online", deliver);
    await deliver();
    // Where the day itself is looked at, what is kept of it is as new.
    const older = /^\/(today|diary)/.test(location.pathname) ? 0 : 600_000;
    if (!(await kept.refresh(keeper, formToken, older))) await tell(keeper);
  }

  // What waits stands at the head of every page.
  async function tell(keeper) {
    document.querySelector("#not-sent")?.remove();
    const waiting = await kept.unsent(keeper);
    if (!waiting.length) return;
    const notice = document.createElement("div");
    notice.id = "not-sent";
    notice.className = "notice";
    notice.setAttribute("role", "status");
    notice.append(`${waiting.length === 1 ? "One thing" : `${waiting.length} things`} you wrote without signal: not sent yet. `);
    const link = document.createElement("a");
    link.href = "/away";
    link.textContent = "See what it needs";
    notice.append(link);
    const about = location.pathname.match(/^\/cases\/([0-9a-f-]{36})$/)?.[1];
    const nobodys = waiting.filter((item) => !item.fields.about);
    if (about) for (const item of nobodys) notice.append(claim(keeper, item, about));
    document.querySelector("main").prepend(notice);
  }

  // Written about somebody who was not in the diary: on their page it finds them.
  function claim(keeper, item, about) {
    const line = document.createElement("p");
    const button = document.createElement("button");
    button.className = "btn quiet sm";
    button.textContent = "It is about them: send it";
    button.addEventListener("click", async () => {
      await kept.keep(keeper, { ...item, isReady: true, trouble: "", fields: { ...item.fields, about } });
      await kept.send(keeper, formToken);
      await tell(keeper);
    });
    line.append(`Begun ${new Date(item.began).toLocaleString("en-GB")}, about somebody you did not name. `, button);
    return line;
  }

  // Signing out forgets. What is not sent goes first, or somebody says that it may be lost.
  async function goes(event, form) {
    event.preventDefault();
    const keeper = await mine;
    await kept.send(keeper, formToken);
    const waiting = await kept.unsent(keeper);
    const words = `${waiting.length} not sent yet would be lost on this device. Sign out and lose it?`;
    if (waiting.length && !confirm(words)) return;
    await kept.forget(keeper.keeper);
    form.submit();
  }
}
