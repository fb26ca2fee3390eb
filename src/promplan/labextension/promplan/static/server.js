// What the course's server extension is asked; where there is none, every answer is null and the notebook is a notebook.
export class Server {
  constructor(lab) {
    this.connection = lab.services.ServerConnection;
    this.settings = this.connection.makeSettings();
    this.join = lab.coreutils.URLExt.join;
  }

  get(name, asked = {}) {
    return this.ask(`${name}?${new URLSearchParams(asked)}`, { method: "GET" });
  }

  post(name, body) {
    return this.ask(name, { method: "POST", body: JSON.stringify(body) });
  }

  async ask(name, init) {
    try {
      const address = this.join(this.settings.baseUrl, "promplan", name);
      const answer = await this.connection.makeRequest(address, init, this.settings);
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // the server is gone, or is none of ours
    }
  }
}
