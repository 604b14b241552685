import { ReadSbom } from './types';

/** What stands for an SBOM that could not be read. */
export function unreadSbom(problem: string): ReadSbom {
  return {
    label: 'SBOM',
    createdAt: null,
    tools: [],
    componentCount: 0,
    cut: false,
    problem,
    components: [],
  };
}
