// How many contacts are enough: ten of them side by side, each with the people who have so many or more.
function enoughSwitch(parent, words, turn, keep) {
  const box = made("fieldset", parent, "", { class: "pp-spend-enough-of" });
  const id = `pp${Math.random().toString(36).slice(2)}`;
  made("legend", box, words.enough_of, { class: "pp-label", id });
  const group = made("div", box, "", { class: "pp-spend-levels", role: "radiogroup", "aria-labelledby": id });
  const said = made("p", box, "", { class: "pp-spend-said" });
  const into = pressed(box, "", "plain", () => keep(now));
  let now = 0;
  const buttons = Array.from({ length: 10 }, (_, n) => {
    const one = pressed(group, "", "level", () => turn(n + 1), { role: "radio" });
    const parts = { many: made("b", one, `${n + 1}+`), people: made("span", one) };
    one.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const next = (n + step + 10) % 10;
      turn(next + 1);
      buttons[next].one.focus();
    });
    return { one, ...parts };
  });
  return {
    show: (levels, chosen, plan) => {
      now = chosen;
      buttons.forEach(({ one, people }, n) => {
        const [text, share] = levels[n] ?? ["—", 0];
        if (people.textContent !== text) people.textContent = text;
        one.style.setProperty("--share", share);
        one.setAttribute("aria-checked", String(n + 1 === chosen));
        one.tabIndex = n + 1 === chosen ? 0 : -1;
      });
      const text = levels[chosen - 1]?.[2] ?? "";
      if (said.textContent !== text) said.textContent = text;
      into.hidden = chosen === plan;
      into.textContent = words.into_plan.replace("{n}", chosen);
    },
  };
}
