import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Steps } from '../../../cluster/Steps.ts';
import { releaseWorkflow } from '../../../company/signers.ts';
import { checkOut } from '../ground/chartRepository.ts';
import type { CiGround } from '../ground/startGround.ts';
import { failsAt } from './expectFailure.ts';
import { GithubRelease } from './GithubRelease.ts';
import { pushByHand } from './pushByHand.ts';

/** Steps after which nothing is looked at in these cases. */
const ATTESTING = [
  'Write the bill of materials',
  'Attest the bill of materials',
  'Attest where it was built',
];
const FORK = 'no matching|none of the expected|certificate|failed to verify';

/** Each thing that may have been tampered with, and the step of the clean job that finds it. */
export async function playTampered(
  ground: CiGround,
  steps: Steps,
): Promise<void> {
  await steps.step('other bytes under the tag stop the clean job', () =>
    movesTheTag(ground),
  );
  await playSigners(ground, steps);
  await playMissing(ground, steps);
}

/** Each could get a certificate, and none is whom the policy names. */
async function playSigners(ground: CiGround, steps: Steps): Promise<void> {
  const others = [
    ['a fork', releaseWorkflow('mallory/payments', '1.8.2')],
    [
      'another workflow of the repository',
      {
        ...releaseWorkflow('acme/payments', '1.8.2'),
        jobWorkflow: 'acme/payments/.github/workflows/ci.yml@refs/tags/v1.8.2',
      },
    ],
    [
      'the same workflow on a branch',
      {
        ...releaseWorkflow('acme/payments', '1.8.2'),
        ref: 'refs/heads/main',
        jobWorkflow:
          'acme/payments/.github/workflows/release.yml@refs/heads/main',
      },
    ],
  ] as const;
  for (const [who, signer] of others) {
    await steps.step(`a signature by ${who} stops it`, async () => {
      const release = new GithubRelease(ground);
      const published = await release.publish(await checkOut(ground), {
        ...{ signer, leaveOut: ATTESTING },
      });
      await failsAt('Verify the signature', new RegExp(FORK, 'i'), () =>
        release.after('verify', published),
      );
    });
  }
}

async function playMissing(ground: CiGround, steps: Steps): Promise<void> {
  for (const [what, leaveOut] of [
    ['bill of materials', 'Attest the bill of materials'],
    ['provenance', 'Attest where it was built'],
  ] as const) {
    await steps.step(`a missing ${what} stops it`, async () => {
      const release = new GithubRelease(ground);
      const published = await release.publish(await checkOut(ground), {
        leaveOut: [leaveOut],
      });
      await failsAt(
        'Verify the attestations',
        /no matching attestations|none of the attestations|predicate type/i,
        () => release.after('verify', published),
      );
    });
  }
}

/** Before anything is signed, too. */
export async function playGuards(
  ground: CiGround,
  steps: Steps,
): Promise<void> {
  await steps.step(
    'a tag that is not the version publishes nothing',
    async () =>
      failsAt('Check what is released', /The tag is v1\.8\.3/, async () =>
        new GithubRelease(ground).publish(await checkOut(ground), {
          tag: 'v1.8.3',
        }),
      ),
  );
  await steps.step('a published version is not changed', async () => {
    const release = new GithubRelease(ground);
    await release.publish(await checkOut(ground), {
      leaveOut: ['Sign', ...ATTESTING],
    });
    await failsAt(
      'Refuse to change a published version',
      /published already/,
      async () =>
        release.publish(
          await checkOut(ground, chart =>
            appendFileSync(join(chart, 'values.yaml'), '\nextra: true\n'),
          ),
        ),
    );
  });
}

/** By the digest of the publishing job, and by that of the other bytes with their own sum: nobody has signed those. */
async function movesTheTag(ground: CiGround): Promise<void> {
  const release = new GithubRelease(ground);
  const published = await release.publish(await checkOut(ground), {
    leaveOut: ATTESTING,
  });
  const other = await pushByHand(ground, release.input);
  await failsAt('Pull by digest', /digest mismatch/i, () =>
    release.after('verify', published),
  );
  await failsAt('Verify the signature', /no signatures|no matching|none/i, () =>
    release.after('verify', { ...published, ...other }),
  );
}
