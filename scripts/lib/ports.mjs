import { createConnection } from 'node:net';
import { Stop } from './say.mjs';

/** Does something already listen there? */
function answers(host, port) {
  return new Promise(resolve => {
    const socket = createConnection({ host, port });
    const done = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(500, () => done(false));
  });
}

/** Reads a port from the environment, and refuses it when it, or one of as many as are needed from it on, is taken. */
export async function freePort(variable, byDefault, count = 1) {
  const text = process.env[variable] ?? String(byDefault);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) {
    throw new Stop(
      `${variable}=${text} is not a port.`,
      `Set ${variable} to a number from 1 to 65535, or leave it out.`,
    );
  }
  for (let one = port; one < port + count; one += 1) {
    for (const host of ['127.0.0.1', '::1']) {
      if (await answers(host, one)) {
        throw new Stop(
          `Port ${one} is taken by another program.`,
          `Stop that program, or choose another port: ${variable}=${
            port + 10
          } npm start`,
        );
      }
    }
  }
  return port;
}
