// Comforts only: every page works without this file.

// What is typed in a form with data-draft is kept as it is typed, a second after
// the last key. A dropped line says so and tries again with the next key.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const state = document.createElement("p");
  state.className = "hint";
  state.setAttribute("role", "status");
  form.append(state);
  let waiting;

  const keep = async () => {
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        headers: { "X-Draft": "1" },
        body: new URLSearchParams(new FormData(form)),
      });
      state.textContent = answer.ok ? "Kept as you typed" : "Not kept yet: sign in in another tab, then go on here";
    } catch {
      state.textContent = "Not kept yet: no connection. Your words are still here";
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 1000);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}

// A form that came back goes to what must be put right.
document.querySelector(".problems")?.focus();
