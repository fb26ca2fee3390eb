// What the course's server extension is asked; where there is none, every answer is null.
export class Server {
  constructor(lab) {
    this.connection = lab.services.ServerConnection;
    this.settings = this.connection.makeSettings();
    this.join = lab.coreutils.URLExt.join;
  }

  async get(name, asked = {}) {
    return (await this.tell(name, asked)).data;
  }

  // `data`; else `status` (0: nobody answers) and in `trouble` the course's own words
  async tell(name, asked = {}, body = null) {
    try {
      const address = `${this.join(this.settings.baseUrl, "promplan", name)}?${new URLSearchParams(asked)}`;
      const init = body === null ? { method: "GET" } : { method: "POST", body: JSON.stringify(body) };
      const answer = await this.connection.makeRequest(address, init, this.settings);
      const said = await answer.json().catch(() => null);
      if (answer.ok) return { data: said, status: answer.status, trouble: "" };
      // Jupyter's own refusals bring a reason, and are no words for a reader
      return { data: null, status: answer.status, trouble: said && !("reason" in said) ? (said.message ?? "") : "" };
    } catch {
      return { data: null, status: 0, trouble: "" };
    }
  }
}

// Why there is no answer
export function why(say, { status, trouble }) {
  if (trouble) return trouble;
  if (status === 0) return say("JupyterLab does not answer any more. What you see is how it was: start it again with promplan lab.");
  return say("The course's part of the server is not there. Stop JupyterLab, install promplan again, start it with promplan lab.");
}
