import { Answer } from './messages';
import { Handed } from './Question';
import { PreparedTrust } from './verifyHere';

/** Something to be asked of a thread, sooner or later. */
export interface Task {
  /** Asked for when a thread is free, each time: bytes are copied. */
  hand: () => Handed;
  /** Takes the answer that was found under this trust material; throws when it does not belong to what was asked. */
  answer: (found: Answer, trust: PreparedTrust) => void;
  /** Threads that ended over it. */
  deaths: number;
  /** It is not tried again: threads end over it. */
  giveUp: (trust: PreparedTrust) => void;
  /** There is nobody to do it. */
  refuse: (reason: string) => void;
}
