// The page for writing without signal. Every letter is kept encrypted as it is typed.

export async function begin(kept) {
  const form = document.querySelector("#away-form");
  const state = document.querySelector("#away-state");
  const list = document.querySelector("#away-unsent ul");
  let keeper;
  let formToken;
  let current;
  let waiting;
  let saving = Promise.resolve();

  // Who is here: as Belong says, or without signal whoever was here last.
  async function meet() {
    const told = await kept.standing();
    if (told === null) await kept.leave();
    if (told) {
      keeper = await kept.enter(told.keeper);
      formToken = told.formToken;
      await kept.send(keeper, formToken);
      if (!(await kept.refresh(keeper, formToken))) keeper = undefined;
    } else {
      await kept.obey();
      keeper = await kept.present();
    }
    if (keeper) {
      await fillIn();
      await show();
    }
    document.querySelector("#away").hidden = !keeper;
    document.querySelector("#away-shut").hidden = Boolean(keeper);
  }

  async function fillIn() {
    const chosen = form.elements.about.value;
    for (const old of form.querySelectorAll("#away-about option:not([value=''])")) old.remove();
    for (const person of await kept.people(keeper)) {
      form.elements.about.append(new Option(person.who, person.id));
    }
    const here = location.pathname.match(/^\/cases\/([0-9a-f-]{36})/)?.[1] ?? "";
    const isListed = [...form.elements.about.options].some((option) => option.value === here);
    if (here && !isListed) form.elements.about.append(new Option("Whose page you asked for", here));
    form.elements.about.value = chosen || here;
  }

  const typed = () => Object.fromEntries(new FormData(form));
  const isWritten = () => typed().words.trim() || typed().kind === "visit";

  // One after the other, so that the last word is the one that stays.
  function save(isReady) {
    current ??= { key: crypto.randomUUID(), began: Date.now() };
    const item = { ...current, isReady, trouble: "", fields: typed() };
    saving = saving.then(() => kept.keep(keeper, item));
    return saving;
  }

  form.addEventListener("input", () => {
    document.querySelector("#away-visit").hidden = form.elements.kind.value !== "visit";
    clearTimeout(waiting);
    if (!isWritten()) return;
    current ??= { key: crypto.randomUUID(), began: Date.now() };
    waiting = setTimeout(async () => {
      await save(false);
      state.textContent = "Kept on this device, not sent yet";
    }, 300);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    if (!isWritten()) {
      state.textContent = "Write something first";
      return;
    }
    await save(true);
    current = undefined;
    form.reset();
    document.querySelector("#away-visit").hidden = true;
    state.textContent = "Kept on this device. It goes when there is a signal";
    await meet();
  });

  // Nothing is in sight before it can be kept.
  addEventListener("online", meet);
  await meet();

  async function show() {
    const items = await kept.unsent(keeper);
    const who = Object.fromEntries((await kept.people(keeper)).map((person) => [person.id, person.who]));
    document.querySelector("#away-unsent").hidden = items.length === 0;
    list.replaceChildren(...items.map((item) => line(item, who[item.fields.about])));
  }

  function line(item, who) {
    const entry = document.createElement("li");
    const head = part("p", `${who ?? (item.fields.about ? "Somebody from another day" : "Somebody else")}, begun ${new Date(item.began).toLocaleString("en-GB")} `);
    head.append(part("span", item.isReady ? "not sent yet" : "not finished", "tag clay"));
    entry.append(head, part("p", item.fields.words, "written"));
    if (item.trouble) entry.append(part("p", item.trouble, "problem"));
    if (!item.fields.about) entry.append(part("p", "With a signal, open the page of whoever it is about: it can be sent from there.", "small"));
    const acts = part("p", "", "row");
    acts.append(button("Go on writing", () => goOn(item)));
    if (!item.isReady) acts.append(button("Send it", async () => {
      await kept.keep(keeper, { ...item, isReady: true, trouble: "" });
      await meet();
    }));
    acts.append(button("Throw away", async () => {
      if (!confirm("Throw these words away? They are nowhere else.")) return;
      await kept.throwAway(item.key);
      await show();
    }));
    entry.append(acts);
    return entry;
  }

  function goOn(item) {
    current = { key: item.key, began: item.began };
    for (const [name, value] of Object.entries(item.fields)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    document.querySelector("#away-visit").hidden = item.fields.kind !== "visit";
    form.elements.words.focus();
  }
}

function part(kind, words, classes = "") {
  const made = document.createElement(kind);
  made.textContent = words;
  made.className = classes;
  return made;
}

function button(words, act) {
  const made = part("button", words, "btn quiet sm");
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
