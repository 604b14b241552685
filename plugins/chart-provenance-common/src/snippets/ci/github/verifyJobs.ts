import {
  CiSettings,
  gateStep,
  pullStep,
  verifyAttestationsStep,
  verifyStep,
} from '../scripts';
import { HANDED_ON, Job, toolSteps } from './Job';
import { registryAccess } from './login';
import { runLines, usesLines } from './stepLines';

/** @internal */
export function verifyJob(settings: CiSettings): Job {
  const access = registryAccess(settings, 'read');
  return {
    id: 'verify',
    title: 'Verify from outside',
    why: [
      'A machine of its own that may write nothing: what a consumer would see.',
      ...('id-token' in access.permissions
        ? [
            'id-token is for the log-in with a role that can only read. It could also sign as this workflow: so nothing of the chart is run here.',
          ]
        : []),
    ],
    needs: 'publish',
    permissions: access.permissions,
    env: HANDED_ON,
    steps: [
      ...toolSteps(settings),
      ...access.steps,
      ...runLines(pullStep(settings)),
      ...runLines(verifyStep(settings)),
      ...runLines(verifyAttestationsStep(settings)),
    ],
  };
}

/**
 * A job of its own: what npx fetches must have no token to sign with, nor to get into the registry.
 *
 * @internal
 */
export function gateJob(settings: CiSettings): Job {
  return {
    id: 'gate',
    title: 'Ask the gate',
    why: ['A job with no rights at all, for what it runs comes from npm.'],
    needs: '[publish, verify]',
    permissions: {},
    env: HANDED_ON,
    steps: [
      ...usesLines('node', { 'node-version': '24' }),
      ...runLines({
        ...gateStep(settings),
        env: {
          CHART_PROVENANCE_TOKEN: '${{ secrets.CHART_PROVENANCE_TOKEN }}',
        },
      }),
    ],
  };
}
