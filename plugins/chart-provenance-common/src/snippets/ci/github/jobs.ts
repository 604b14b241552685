import { CiSettings } from '../scripts';
import { commentLines, indented } from '../yamlLines';
import { Job } from './Job';
import { legacyJob, promoteJob } from './laterJobs';
import { publishJob } from './publishJob';
import { gateJob, verifyJob } from './verifyJobs';

/**
 * The jobs, as lines.
 *
 * @internal
 */
export function jobLines(settings: CiSettings): string[] {
  const jobs = [
    publishJob(settings),
    verifyJob(settings),
    ...(settings.environment === null ? [] : [gateJob(settings)]),
    ...(settings.legacy === null ? [] : [legacyJob(settings)]),
    ...(settings.promote === 'none' ? [] : [promoteJob(settings)]),
  ];
  return jobs.flatMap((job, index) => [
    ...(index === 0 ? [] : ['']),
    ...linesOf(job, settings),
  ]);
}

function linesOf(job: Job, { plan }: CiSettings): string[] {
  const permissions = Object.entries(job.permissions);
  return [
    ...commentLines(job.why),
    `${job.id}:`,
    ...indented(
      [
        `name: ${job.title}`,
        ...(job.needs === undefined ? [] : [`needs: ${job.needs}`]),
        `runs-on: ${
          plan.runner === 'self-hosted' ? 'self-hosted' : 'ubuntu-24.04'
        }`,
        'timeout-minutes: 20',
        ...(permissions.length === 0
          ? ['permissions: {}']
          : [
              'permissions:',
              ...permissions.map(([name, access]) => `  ${name}: ${access}`),
            ]),
        ...(job.extra ?? []),
        ...(job.env === undefined
          ? []
          : [
              'env:',
              ...Object.entries(job.env).map(
                ([name, value]) => `  ${name}: ${value}`,
              ),
            ]),
        'steps:',
        ...indented(job.steps, 2),
      ],
      2,
    ),
  ];
}
