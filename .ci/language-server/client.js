// Talks to the real yaml-language-server over its standard streams, as an editor does.
const { spawn } = require('child_process');

class Client {
  constructor(program, settings) {
    this.settings = settings;
    this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.buffer = Buffer.alloc(0);
    this.waiting = new Map();
    this.diagnostics = new Map();
    this.listeners = new Map();
    this.next = 1;
    this.process.stdout.on('data', (data) => this.read(data));
  }

  read(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.toString('ascii', 0, head))[1]);
      if (this.buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.buffer.toString('utf8', head + 4, head + 4 + length));
      this.buffer = this.buffer.subarray(head + 4 + length);
      this.receive(message);
    }
  }

  receive(message) {
    if (message.method === 'workspace/configuration') {
      const sections = message.params.items.map((item) => this.settings[item.section] ?? null);
      this.send({ id: message.id, result: sections });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      this.listeners.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
      this.send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      const { resolve, reject } = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    }
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  request(method, params) {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  async start(root) {
    const workspaceFolders = [{ uri: root, name: 'project' }];
    const formats = ['markdown'];
    const capabilities = {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: formats } },
        hover: { contentFormat: formats },
      },
    };
    await this.request('initialize', { processId: process.pid, rootUri: root, workspaceFolders, capabilities });
    this.send({ method: 'initialized', params: {} });
    this.send({ method: 'workspace/didChangeConfiguration', params: { settings: this.settings } });
  }

  // Opens a document; resolves to what is wrong with it.
  open(uri, text) {
    const diagnostics = new Promise((resolve) => this.listeners.set(uri, resolve));
    this.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return diagnostics;
  }

  close(uri) {
    this.listeners.delete(uri);
    this.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
  }

  completion(uri, position) {
    return this.request('textDocument/completion', { textDocument: { uri }, position });
  }

  hover(uri, position) {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  stop() {
    this.process.kill();
  }
}

module.exports = { Client };
