/** What a strict interviewer made of a point: `partial` is touched, or the keyword without the claim. */
export interface Label {
  readonly label: 'covered' | 'partial' | 'absent';
  readonly quote?: string;
}

export interface Candidate {
  readonly id: string;
  readonly profile: string;
  /** By stage. */
  readonly answers: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, Label>>;
}

/** Answers labelled point by point by somebody who saw the claims and no signals. */
export interface LabelledSet {
  readonly problem: string;
  readonly candidates: readonly Candidate[];
}
