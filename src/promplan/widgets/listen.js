// A short sound: it plays when asked to, shows how far it is, and stops when it is left.
function render({ model, el }) {
  const words = model.get("words");
  const bars = model.get("bars");
  const part = made("div", el, "", { class: "pp-part pp-listen" });
  const audio = new Audio();
  const button = pressed(part, words.play, "secondary", () => (audio.paused ? play() : stop()));
  const wave = made("div", part, "", { class: "pp-wave", role: "img", "aria-label": words.picture });
  wave.innerHTML = `<svg viewBox="0 0 ${bars.length * 4} 48" preserveAspectRatio="none" aria-hidden="true"><path/></svg>`.repeat(2);
  const shape = bars.map((one, n) => `M${n * 4 + 2} ${24 - 1 - one * 22}V${24 + 1 + one * 22}`).join("");
  for (const path of wave.querySelectorAll("path")) path.setAttribute("d", shape);
  const done = wave.lastElementChild;
  const time = made("span", part, "", { class: "pp-time" });
  const text = made("p", part, "", { class: "pp-heard" });
  made("b", text, words.title);
  text.append(` ${words.heard}`);

  const bytes = model.get("sound");
  const address = URL.createObjectURL(new Blob([bytes], { type: "audio/wav" }));
  audio.preload = "metadata";
  audio.src = address;

  const draw = () => {
    const all = audio.duration || 0;
    const now = audio.paused ? 0 : audio.currentTime;
    done.style.clipPath = `inset(0 ${100 - (all ? (100 * now) / all : 0)}% 0 0)`;
    time.textContent = words.time.replace("{now}", Math.floor(now)).replace("{all}", Math.round(all));
    button.textContent = audio.paused ? words.play : words.stop;
    if (!audio.paused) requestAnimationFrame(draw);
  };
  const play = async () => {
    audio.currentTime = 0;
    try {
      await audio.play();
    } catch {
      time.textContent = words.failed;
      return;
    }
    draw();
  };
  const stop = () => {
    audio.pause();
    draw();
  };
  audio.addEventListener("ended", stop);
  audio.addEventListener("loadedmetadata", draw);
  const hidden = () => document.hidden && stop();
  document.addEventListener("visibilitychange", hidden);
  const away = new IntersectionObserver((seen) => seen.some((one) => !one.isIntersecting) && !audio.paused && stop());
  away.observe(part);
  draw();
  return () => {
    audio.pause();
    away.disconnect();
    document.removeEventListener("visibilitychange", hidden);
    URL.revokeObjectURL(address);
  };
}

export default { render };
