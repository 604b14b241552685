import { ServerResponse } from 'node:http';
import type { Intercept } from './kubernetesStandIn';

/** A page that must not be repeated. */
export const HTML = '<!doctype html><title>secret-looking text</title>';

/** Answers every request whose path ends so. */
export function at(
  ending: string,
  answer: (response: ServerResponse) => void,
): Intercept {
  return ({ url }, response) => {
    const mine = url.pathname.endsWith(ending);
    if (mine) {
      answer(response);
    }
    return mine;
  };
}

/** Sends a text as it is. */
export function sendText(status: number, type: string, text: string) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type });
    response.end(text);
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** As Backstage's error handler sends it. */
export function sendBackstageError(
  response: ServerResponse,
  status: number,
  name: string,
  message: string,
): void {
  sendJson(response, status, {
    error: { name, message },
    request: { method: 'GET', url: '/' },
    response: { statusCode: status },
  });
}

/** As an API server sends it. */
export function sendStatus(
  response: ServerResponse,
  code: number,
  reason: string,
): void {
  sendJson(response, code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `secret-looking text of the cluster: ${reason}`,
    reason,
    code,
  });
}
