import type { SnippetGenerator } from '../../types';
import { ciOptions, whyUnavailable } from '../settingsOf';
import { gitlabText } from './gitlabText';

/**
 * A release pipeline of GitLab CI.
 *
 * @internal
 */
export const gitlabCi: SnippetGenerator = {
  id: 'gitlab-ci',
  group: 'publish',
  title: 'GitLab CI',
  options: input => ciOptions('gitlab', input),
  unavailable: input => whyUnavailable('gitlab', input),
  generate: gitlabText,
};
