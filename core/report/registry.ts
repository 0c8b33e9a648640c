import type { ReportWriter } from './reportWriter.ts';
import { annotations } from './writers/annotations.ts';
import { html } from './writers/html.ts';
import { json } from './writers/json.ts';
import { junit } from './writers/junit.ts';
import { markdown } from './writers/markdown.ts';
import { sarif } from './writers/sarif.ts';
import { summary } from './writers/summary.ts';

/** Every form of report, in the order in which the help lists them. */
export const reportWriters: readonly ReportWriter[] = [
  json,
  junit,
  sarif,
  annotations,
  summary,
  markdown,
  html,
];

export function reportWriterById(id: string): ReportWriter | undefined {
  return reportWriters.find((writer) => writer.id === id);
}
