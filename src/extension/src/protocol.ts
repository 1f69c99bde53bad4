/**
 * What the API says and is told, as its OpenAPI document describes it (`tests/Dlp.Api.Tests/openapi.v1.json`).
 * Only what the extension uses is typed here. Offsets are UTF-16 code units, as in JavaScript's strings.
 */

export type Locale = 'en' | 'fr';

/** What the policy decides: publish, confirm, give a reason, or do not publish. */
export type Verdict = 'allow' | 'warn' | 'justify' | 'block';

/** Who will be able to read the post. */
export type Audience = 'public' | 'connections' | 'group' | 'direct' | 'internal' | 'ai';

export type Severity = 'low' | 'medium' | 'high' | 'critical';
export type Confidence = 'low' | 'medium' | 'high';
export type Category =
  | 'credentials' | 'financial' | 'identity' | 'contact' | 'health' | 'business' | 'marking' | 'technical';
export type PartStatus = 'scanned' | 'partial' | 'unreadable' | 'encrypted' | 'tooLarge' | 'unsupported';
export type PartKind = 'text' | 'title' | 'post' | 'link' | 'imageDescription' | 'attachment';

/** A text of the draft. `text` is the body; `title`, `post-1`, `link-1`, `image-1` say what they are. */
export interface CheckPart {
  name: string;
  text: string;
}

/** A file of the draft, sent as a field of the form. */
export interface CheckAttachment {
  name: string;
  contentType?: string;
  /** Bytes. */
  size: number;
  /** In hex; the API refuses a file that arrives otherwise. */
  sha256?: string;
  /** Field of the form that holds the file. */
  field?: string;
}

/** What an answer is for. What a preview finds is not recorded. */
export type CheckPurpose = 'publish' | 'preview';

export interface CheckRequest {
  text?: string;
  parts?: CheckPart[];
  attachments?: CheckAttachment[];
  destination: { site?: string; audience?: Audience };
  language: Locale;
  purpose: CheckPurpose;
}

export interface CheckFinding {
  id: string;
  ruleId: string;
  ruleVersion: number;
  infoType: string;
  category: Category;
  severity: Severity;
  confidence: Confidence;
  /** Name of the part that it stands in. */
  part: string;
  start: number;
  end: number;
  /** Where inside an attachment, in the language of the answer: `page 3`. */
  location: string | null;
  /** At most four characters of what was found. */
  preview: string;
  verdict: Verdict;
  title: string;
  message: string;
  /** What to write instead. */
  replacement: string;
}

export interface CheckedPart {
  name: string;
  kind: PartKind;
  status: PartStatus;
  characters: number;
  detail: string | null;
}

export interface CheckAnswer {
  id: string;
  verdict: Verdict;
  /** False when any part was not wholly scanned. */
  complete: boolean;
  findings: CheckFinding[];
  parts: CheckedPart[];
  redacted: { part: string; text: string }[];
  ruleSet: string;
  elapsedMilliseconds: number;
}

/** What happened in the end. */
export type Outcome = 'published' | 'edited' | 'redacted' | 'overridden' | 'cancelled';

export interface OutcomeRequest {
  outcome: Outcome;
  justification?: { code: string; text: string };
  /** Ids of findings that the author says are none. */
  falseAlarms?: string[];
}

/** A reason that an author may choose. */
export interface Justification {
  code: string;
  title: Record<Locale, string>;
}
