// What the product says, asked as a signed-in user.
import assert from 'node:assert/strict';
import { until } from '../../../packages/interop/src/bench/product/until.ts';

const ENTITY = '/entities/component/default/payments';

/** Asks about the chart `payments`. */
export class Migration {
  #api;
  #path;

  constructor(api) {
    this.#api = api;
  }

  /** Waits until the chart is known: nobody annotated anything. */
  async discovered() {
    const chart = await until(async () => {
      const answer = await this.#api.get(ENTITY);
      return typeof answer === 'number' ? undefined : answer.charts[0];
    }, 'the chart was not discovered');
    this.#path = `${ENTITY}/charts/${chart.chartId}`;
    return chart;
  }

  /**
   * Waits until what the product says is as `isSo` wants it, which throws or is false as long as it is not.
   *
   * @returns the answer of GET …/migration
   * @throws after three minutes, with what it said last
   */
  async says(isSo) {
    return this.#until(`${this.#path}/migration`, isSo, brief);
  }

  /** The same for GET …/consumers. */
  async lists(isSo) {
    return this.#until(`${this.#path}/consumers`, isSo, list => list.summary);
  }

  /** @returns the text of GET …/migration.md */
  async markdown() {
    const answer = await this.#api.send(
      `/api/chart-provenance${this.#path}/migration.md`,
    );
    assert.equal(answer.status, 200);
    return answer.text();
  }

  /** Says when what is to happen, as the owner does. */
  async plan(plan) {
    const answer = await this.#api.send(
      `/api/chart-provenance${this.#path}/migration/plan`,
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          cutOverOn: null,
          deprecatedOn: null,
          retireOn: null,
          supportedSince: null,
          note: '',
          ...plan,
        }),
      },
    );
    assert.equal(answer.status, 200, await answer.text());
  }

  async #until(path, isSo, inShort) {
    let last = 'nothing was answered';
    return until(
      async () => {
        const answer = await this.#api.get(path);
        if (typeof answer === 'number') {
          last = `${path} answers ${answer}`;
          return undefined;
        }
        try {
          if (isSo(answer) !== false) return answer;
          last = JSON.stringify(inShort(answer));
        } catch (error) {
          last = `${error.message}\n${JSON.stringify(inShort(answer))}`;
        }
        return undefined;
      },
      () => last,
    );
  }
}

export const statusOf = ({ checks }, id) =>
  checks.find(check => check.id === id)?.status;

export const alarmCodes = ({ alarms }) => alarms.map(({ code }) => code);

function brief({ phase, because, alarms, parity, checks }) {
  return {
    ...{ phase, because, alarms },
    parity: parity && { ...parity.counts, problem: parity.problem },
    checks: Object.fromEntries(checks.map(({ id, status }) => [id, status])),
  };
}
