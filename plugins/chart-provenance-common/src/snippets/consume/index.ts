import { SnippetGenerator } from '../types';
import {
  argocdApplicationSet,
  argocdHelm,
  argocdMultiSource,
  argocdOci,
  argocdRepositorySecret,
} from './argocd';
import { helmfile, terraform } from './deploy';
import { fluxHelmRepository, fluxOciRepository } from './flux';
import { chartDependency, helmCli } from './helm';
import { renovate } from './renovate';

/** Texts for whoever deploys the chart, the firmest of each tool first. */
export const consumeGenerators: readonly SnippetGenerator[] = [
  argocdOci,
  argocdMultiSource,
  argocdApplicationSet,
  argocdRepositorySecret,
  argocdHelm,
  fluxOciRepository,
  fluxHelmRepository,
  helmCli,
  helmfile,
  terraform,
  chartDependency,
  renovate,
];
