import { Notice } from '../../states';
import { OpenProblem } from './useLintText';

const WORDS: Record<OpenProblem, [title: string, next: string]> = {
  link: [
    'The text in this link cannot be read',
    'The link may be cut off. Ask for it again, or paste the text.',
  ],
  size: [
    'The file is larger than 256 KiB',
    'Paste the part with the references instead.',
  ],
  text: [
    'The file is no text in UTF-8',
    'Save it as UTF-8, or paste the text.',
  ],
};

/**
 * A file or a link did not become a text; what was in the editor is still there.
 *
 * @internal
 */
export const NotOpenedNotice = ({ problem }: { problem: OpenProblem }) => {
  const [title, next] = WORDS[problem];
  return <Notice severity="warning" title={title} next={next} />;
};
