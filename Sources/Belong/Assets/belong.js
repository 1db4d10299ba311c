// Comforts only: every page works without this file.

// A page one comes back to keeps the keys of its forms, so that what was sent from it
// already is not done a second time. With other words it is another sending.
const keys = { ...history.state?.keys };
const places = {};
for (const key of document.querySelectorAll("form input[name=nonce]")) {
  const action = key.form.getAttribute("action");
  const place = `${places[action] = (places[action] ?? 0) + 1} ${action}`;
  key.value = keys[place] ??= key.value;
}
history.replaceState({ ...history.state, keys }, "");

// What is typed in a form with data-draft is kept as it is typed, a second after
// the last key, and at once when the page is left. A dropped line says so, and
// what is not kept yet goes when the line is back.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const state = document.createElement("p");
  state.className = "keeping";
  state.setAttribute("role", "status");
  form.append(state);
  let waiting;
  let typed = 0;
  let isKept = true;

  const send = (more) => fetch(form.dataset.draft, {
    method: "POST",
    headers: { "X-Draft": "1" },
    body: new URLSearchParams(new FormData(form)),
    ...more,
  });

  const say = (words, isTrouble) => {
    state.textContent = words;
    state.classList.toggle("trouble", isTrouble);
  };

  const keep = async () => {
    clearTimeout(waiting);
    const sent = typed;
    try {
      const answer = await send();
      if (sent !== typed) return;
      isKept = answer.status === 204;
      if (isKept) say("Kept as you typed", false);
      else if (answer.status === 401) say("Not kept: you were signed out. Sign in in another tab, then type on here", true);
      else say("Not kept yet. Your words are still here", true);
    } catch {
      say("Not kept yet: no connection. Your words are still here", true);
    }
  };

  form.addEventListener("input", () => {
    typed += 1;
    isKept = false;
    say("", false);
    clearTimeout(waiting);
    waiting = setTimeout(keep, 1000);
  });
  form.addEventListener("submit", () => {
    isKept = true;
    clearTimeout(waiting);
  });
  addEventListener("online", () => isKept || keep());
  addEventListener("pagehide", () => isKept || send({ keepalive: true }).catch(() => {}));
}

// A file of one's own may be chosen instead of pasting what is in it. It goes nowhere
// but into the form.
for (const paper of document.querySelectorAll("[data-file] textarea")) {
  const file = document.createElement("input");
  file.type = "file";
  file.accept = ".txt,text/plain";
  file.setAttribute("aria-label", "Choose your file");
  file.addEventListener("change", async () => {
    paper.value = await file.files[0]?.text() ?? paper.value;
  });
  paper.before(file);
}

// Words that are marked in a note stand in the field that asks which.
const passage = document.querySelector("#f-passage");
if (passage) document.addEventListener("selectionchange", () => {
  const marked = getSelection();
  const words = `${marked}`.trim();
  if (words && marked.anchorNode?.parentElement?.closest(".written")) passage.value = words;
});

// A form that came back goes to what must be put right.
document.querySelector(".problems")?.focus();
