import {
  DoctorReport,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import { demoMaterialOf } from '../config';
import { configSection } from './configSection';
import { countResults } from './countResults';
import { inTurns } from './inTurns';
import { checkLegacyRepository } from './legacy/checkLegacyRepository';
import { unconfiguredLegacy } from './legacy/unconfiguredLegacy';
import { repositoryToTry } from './repositoryToTry';
import { checkRegistry } from './registry/checkRegistry';
import { policiesSection } from './trust/policiesSection';
import { trustSections } from './trust/trustSections';
import { DiagnoseOptions } from './types';

const AT_A_TIME = 4;
/** For one registry or legacy repository. */
const PATIENCE_MS = 30_000;

/**
 * Looks at everything that is configured and reports. A registry costs about eight requests, a legacy repository one; nothing that
 * is not configured is contacted, nothing is written, nothing is sent again. Never throws for what it finds.
 */
export async function diagnose(
  options: DiagnoseOptions,
): Promise<DoctorReport> {
  const { config, deps, only } = options;
  const startedAt = new Date(deps.now()).toISOString();
  const sections = [
    ...(await localSections(options)),
    ...(await remoteSections(options)),
    ...(only ? [] : unconfiguredLegacy(config)),
  ];
  return {
    startedAt,
    finishedAt: new Date(deps.now()).toISOString(),
    ranIn: options.ranIn,
    counts: countResults(sections),
    sections,
  };
}

async function localSections(
  options: DiagnoseOptions,
): Promise<DoctorSection[]> {
  const { config, trust, inForce, problems, deps, changedAt, only } = options;
  const configuration = configSection(problems);
  if (only?.host !== undefined) {
    return [configuration];
  }
  const source = {
    config,
    materials: inForce?.materials ?? trust.materials,
    refreshes: inForce?.refreshes ?? new Map(),
    demoMaterial: demoMaterialOf(trust),
    now: new Date(deps.now()),
    changedAt,
  };
  return [
    configuration,
    policiesSection(source),
    ...(await trustSections(source)),
  ];
}

async function remoteSections(
  options: DiagnoseOptions,
): Promise<DoctorSection[]> {
  const { config, deps, only } = options;
  const patience = () =>
    AbortSignal.any([
      AbortSignal.timeout(PATIENCE_MS),
      ...(options.signal ? [options.signal] : []),
    ]);
  const registries = config.registries
    .filter(({ host }) => only?.host === undefined || host === only.host)
    .map(
      registry => async () =>
        checkRegistry(registry, {
          repository: await repositoryToTry(registry.host, options),
          deps,
          signal: patience(),
        }),
    );
  const legacy = (
    only?.host === undefined ? config.legacyRepositories : []
  ).map(
    repository => async () =>
      checkLegacyRepository(repository, { deps, signal: patience() }),
  );
  return inTurns([...registries, ...legacy], AT_A_TIME);
}
