import {
  ConsumerDocument,
  ConsumerReadings,
} from 'backstage-plugin-chart-provenance-common/consumers';
import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { ChartFolders, folderOf, isNamed, TreeFile } from './FileTree';
import { parseYaml } from './parseYaml';
import { YamlText } from './splitDocuments';

/**
 * What no manifest that matters can do without. Others are not parsed: most of a repository is none of our business, and definitions of
 * these very kinds, which are in many repositories, are longer than anything that is read. A version that is not written out (an alias, a
 * tag, an escape, a folded text) may be one of these.
 */
const GROUPS =
  /apiVersion["']?\s{0,99}:\s{0,99}(?:["']?(?:argoproj\.io|[a-z]{1,20}\.toolkit\.fluxcd\.io)\/|[*&!>|]|"[^"\n]{0,100}\\)/;
const MAX_PROBLEMS = 1_000;

/** Where a document was read from. */
export interface Origin {
  path: string;
  /** `path`, or `path, document 2` in a file with several. */
  where: string;
  /** In the templates of a chart: what is strange in it is Helm's to resolve. */
  template: boolean;
}

/** Parses the documents of a place, one after the other, and remembers where each stands. */
export class DocumentReader {
  readonly documents: ConsumerDocument[] = [];
  readonly problems: DocumentProblem[] = [];
  readonly #origins: Origin[] = [];
  readonly #charts: ChartFolders;
  #unparsed = 0;

  constructor(files: readonly TreeFile[]) {
    this.#charts = new ChartFolders(files);
  }

  /** How many documents are no YAML, or too large, and so may hide consumers. */
  get unparsed(): number {
    return this.#unparsed;
  }

  /** @param several - are there more documents in the file? */
  read(file: TreeFile, { number, text }: YamlText, several: boolean): void {
    const { path } = file;
    if (isNamed(path, 'Chart.yaml')) {
      this.#readChart(path, text);
      return;
    }
    if (isNamed(path, 'Chart.lock') || !GROUPS.test(text)) {
      return;
    }
    const origin = {
      path,
      where: several ? `${path}, document ${number}` : path,
      template: text.includes('{{') && this.#charts.isTemplate(path),
    };
    const value = this.#parse(origin, text);
    if (value !== undefined) {
      this.#add(origin, {
        kind: 'manifest',
        value,
        folder: folderOf(path),
      });
    }
  }

  /** Where the document with that index stands. */
  originOf(document: number): Origin {
    return this.#origins[document];
  }

  /** Adds what the reading of the documents found; what is strange in templates is left out. */
  addProblems(problems: ConsumerReadings['problems']): void {
    for (const { document, object, message } of problems) {
      const { where, template } = this.originOf(document);
      if (!template) {
        this.#problem(object ? `${where}: ${object}` : where, message);
      }
    }
  }

  #readChart(path: string, text: string): void {
    if (!text.includes('dependencies') || !this.#charts.isChart(path)) {
      return;
    }
    const origin = { path, where: path, template: false };
    const value = this.#parse(origin, text);
    if (value === undefined) {
      return;
    }
    const lock = this.#charts.lockOf(path);
    const at = `${folderOf(path)}/Chart.lock`.replace(/^\//, '');
    this.#add(origin, {
      kind: 'chart',
      value,
      // One that is no YAML is there all the same, and pins nothing.
      lock:
        lock === undefined
          ? undefined
          : this.#parse({ path: at, where: at, template: false }, lock) ?? {},
    });
  }

  #parse(origin: Origin, text: string): unknown {
    const outcome = parseYaml(text);
    if ('value' in outcome) {
      return outcome.value ?? undefined;
    }
    if (!origin.template) {
      this.#unparsed += 1;
      this.#problem(origin.where, outcome.problem);
    }
    return undefined;
  }

  #add(origin: Origin, document: ConsumerDocument): void {
    this.#origins.push(origin);
    this.documents.push(document);
  }

  #problem(where: string, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) {
      this.problems.push({
        where: where.slice(0, 500),
        message: message.slice(0, 300),
      });
    }
  }
}
