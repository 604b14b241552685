import { believe } from './believe';
import { GateClient } from './GateClient';
import { Asker } from './Outcome';

/** Asks the backend. */
export function askGate(
  client: Pick<GateClient, 'send'>,
  options: { dryRunOk: boolean },
): Asker {
  return async question => {
    const { reference, environment, require } = question;
    const answer = await client.send({
      method: 'POST',
      path: '/gate',
      body: {
        reference,
        ...(environment !== undefined && { environment }),
        ...(Object.keys(require).length > 0 && { require }),
      },
    });
    return believe(question, answer, options);
  };
}
