import type { CheckRun } from '../../core/report/checkRun.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { ReportWords, ReportWriter } from '../../core/report/reportWriter.ts';
import { html } from '../../core/report/writers/html.ts';
import { json } from '../../core/report/writers/json.ts';

/** For people, and for programs: what the panel offers of the forms of report that `scrim check` writes. */
export const reportForms = ['html', 'json'] as const;
export type ReportForm = (typeof reportForms)[number];

const forms: Readonly<Record<ReportForm, { readonly writer: ReportWriter; readonly type: string }>> = {
  html: { writer: html, type: 'text/html' },
  json: { writer: json, type: 'application/json' },
};

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** One report as a file. @param name without the ending */
export async function reportFile(
  name: string,
  form: ReportForm,
  written: {
    readonly run: CheckRun;
    readonly reports: readonly PageReport[];
    readonly words: ReportWords;
  },
): Promise<ReportFile> {
  const { run, reports, words } = written;
  const { writer, type } = forms[form];
  async function* pages(): AsyncGenerator<PageReport> {
    yield* reports;
  }
  const pieces: string[] = [];
  for await (const piece of writer.write(run, pages, words)) pieces.push(piece);
  return { name: `${name}.${writer.extension}`, type, text: pieces.join('') };
}
