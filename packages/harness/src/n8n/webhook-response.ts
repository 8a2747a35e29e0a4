import type { OutgoingHttpHeader, ServerResponse } from 'node:http';

/** The part of Express's response that a webhook node may use. */
export interface WebhookResponse extends ServerResponse {
  locals: Record<string, unknown>;
  status(code: number): this;
  sendStatus(code: number): this;
  set(name: string, value: OutgoingHttpHeader): this;
  header(name: string, value: OutgoingHttpHeader): this;
  type(contentType: string): this;
  json(body: unknown): this;
  send(body?: unknown): this;
}

/** Dresses a response as Express does, with Express's content types. */
export function asWebhookResponse(plain: ServerResponse): WebhookResponse {
  const set = (name: string, value: OutgoingHttpHeader) => {
    response.setHeader(name, typeof value === 'number' ? String(value) : value);
    return response;
  };
  const setDefaultType = (contentType: string) => {
    if (!response.hasHeader('content-type')) response.setHeader('content-type', contentType);
  };
  const response: WebhookResponse = Object.assign(plain, {
    locals: {},
    set,
    header: set,
    type: (contentType: string) => set('content-type', contentType),
    status(code: number) {
      response.statusCode = code;
      return response;
    },
    sendStatus: (code: number) => response.status(code).type('text/plain; charset=utf-8').send(String(code)),
    json(body: unknown) {
      setDefaultType('application/json; charset=utf-8');
      return response.end(JSON.stringify(body));
    },
    send(body?: unknown) {
      if (typeof body === 'object' && body !== null && !ArrayBuffer.isView(body)) return response.json(body);
      if (ArrayBuffer.isView(body)) setDefaultType('application/octet-stream');
      else if (body !== undefined) setDefaultType('text/html; charset=utf-8');
      return response.end(ArrayBuffer.isView(body) ? body : body === undefined ? '' : String(body));
    },
  });
  return response;
}
