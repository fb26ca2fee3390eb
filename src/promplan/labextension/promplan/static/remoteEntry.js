// What JupyterLab loads first: a container of module federation, written by hand.
(() => {
  const here = document.currentScript.src;
  let shared = {};

  const parts = (version) => version.split(/[.-]/).map((one) => Number.parseInt(one, 10) || 0);

  function newest(versions) {
    return Object.keys(versions).reduce((best, one) => {
      const [a, b] = [parts(best), parts(one)];
      const place = a.findIndex((value, n) => value !== (b[n] ?? 0));
      return place >= 0 && a[place] < (b[place] ?? 0) ? one : best;
    });
  }

  // JupyterLab's own module, or null where this JupyterLab has none
  async function own(name) {
    const versions = shared[name];
    if (!versions) return null;
    const factory = await versions[newest(versions)].get();
    return factory();
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.promplan = {
    init: (scope) => { shared = scope; },
    get: async () => {
      const { plugin } = await import(new URL("./shell.js", here));
      const made = await plugin(own);
      return () => ({ __esModule: true, default: made });
    },
  };
})();
