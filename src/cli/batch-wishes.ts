import type { BatchFormat } from '../batch/job.js';
import { type NamePattern, parseNamePattern } from '../batch/name-pattern.js';
import { parseRows } from '../batch/row-selection.js';
import { parseShard, type Shard } from '../batch/shard.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { folderPath } from './output-plan.js';
import { readFormats } from './output-target.js';
import { propertyDate } from './property-date.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';

/** What the options of `batch` ask for. Paths are absolute. */
export interface BatchWishes {
  readonly output: string;
  readonly formats: readonly BatchFormat[];
  readonly pattern?: NamePattern;
  readonly patternText?: string;
  readonly isSelected: (row: number) => boolean;
  readonly shard?: Shard;
  /** "-2-of-4" for the files that every machine of a shared run writes for itself. */
  readonly shardSuffix: string;
  readonly jobs: number;
  readonly limits: { readonly seconds: number; readonly megabytes: number };
  readonly now?: string;
  readonly zip?: 'one' | 'unit';
  readonly merge?: string;
}

const DEFAULT_FOLDER = 'ket-qua';
const DEFAULT_SECONDS = 60;
const DEFAULT_MEGABYTES = 1024;
/** Fewer cannot hold the program itself. */
const LEAST_MEGABYTES = 200;
const MOST_JOBS = 256;

/** Reads the options, with everything that is wrong with them at once. `cores`: of the machine. */
export function readBatchWishes(run: Run, cores: number): Outcome<BatchWishes> {
  const { values, switches } = run.line;
  const found: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T> | undefined): T | undefined => {
    found.push(...(outcome?.diagnostics ?? []));
    return outcome?.value;
  };
  const whole = (typed: string | undefined, option: string, least: number, most: number) =>
    typed === undefined ? undefined : take(readWhole(typed, option, least, most));
  const patternText = values['name-pattern'];
  const formats = take(readBatchFormats(values['paper-format']));
  const pattern = take(patternText === undefined ? undefined : parseNamePattern(patternText));
  const isSelected = take(values.only === undefined ? undefined : parseRows(values.only));
  const shard = take(values.shard === undefined ? undefined : parseShard(values.shard));
  const jobs = whole(values.jobs, '--jobs', 1, MOST_JOBS) ?? cores;
  const seconds = whole(values.timeout, '--timeout', 1, 86_400) ?? DEFAULT_SECONDS;
  const megabytes = whole(values.memory, '--memory', LEAST_MEGABYTES, 1_000_000) ?? DEFAULT_MEGABYTES;
  const date = take(propertyDate(values.now, run.io.env['SOURCE_DATE_EPOCH']));
  const output = folderPath(values['output-folder'] ?? DEFAULT_FOLDER, run.io);
  found.push(...notAFolder(values['output-folder']));
  const shardSuffix = shard === undefined ? '' : `-${shard.index}-of-${shard.count}`;
  const merge = take(readMerge(values.merge, { output, formats, shardSuffix }, run));
  if (switches.has('two-sided') && values.merge === undefined)
    found.push(usageError('two-sided', 'Có --two-sided nhưng không có --merge', 'Thêm --merge in.pdf'));
  if (values.only !== undefined && values.table === undefined)
    found.push(
      usageError('only-rows', 'Có --only nhưng không có bảng (--table)', 'Bỏ --only, hoặc thêm --table'),
    );
  if (found.length > 0 || formats === undefined) return { diagnostics: found };
  const value: BatchWishes = {
    output,
    formats,
    ...(pattern !== undefined && patternText !== undefined && { pattern, patternText }),
    isSelected: isSelected ?? (() => true),
    ...(shard && { shard }),
    shardSuffix,
    jobs,
    limits: { seconds, megabytes },
    ...date,
    ...(values.zip !== undefined && { zip: values.zip as 'one' | 'unit' }),
    ...(merge !== undefined && { merge }),
  };
  return { value, diagnostics: [] };
}

/** What ends like a file was most likely meant as one; who wants such a folder says so with a "/". */
function notAFolder(typed: string | undefined): readonly Diagnostic[] {
  const [, extension = ''] = /\.(docx?|pdf|xlsx?|csv|ya?ml|zip)$/i.exec(typed ?? '') ?? [];
  if (typed === undefined || extension === '') return [];
  const option = FOR_FILES[extension.toLowerCase()];
  const hints = [
    'Ghi như: -o ket-qua/',
    ...(option === undefined ? [] : [`${option[0]} thì ghi: ${option[1]}`]),
    `Đúng là tên thư mục thì thêm dấu / vào sau: -o "${typed}/"`,
  ];
  const message = `-o "${typed}" giống tên tệp; lệnh "batch" tạo nhiều tệp nên cần tên thư mục`;
  return [usageError('batch-output', message, ...hints)];
}

/** What may have been meant by a file behind -o: in words, and as it is asked for. */
const FOR_FILES: Readonly<Record<string, readonly [string, string]>> = {
  docx: ['Chỉ cần tệp Word', '--format docx'],
  pdf: ['Cần một tệp PDF để in hết một lượt', '--merge in.pdf'],
  zip: ['Cần một tệp nén chứa mọi tệp', '--zip'],
};

function readBatchFormats(typed: string | undefined): Outcome<readonly BatchFormat[]> {
  const { value, diagnostics } = readFormats(typed);
  if (value === undefined) return { diagnostics };
  const papers = value.filter((format): format is BatchFormat => format === 'docx' || format === 'pdf');
  if (papers.length === value.length)
    return { value: papers.length > 0 ? papers : ['docx', 'pdf'], diagnostics };
  const message = 'Lệnh "batch" chỉ tạo docx và pdf';
  return {
    diagnostics: [
      usageError('batch-format', message, 'Cần hình từng trang (svg, png) thì dùng lệnh "render"'),
    ],
  };
}

function readWhole(typed: string, option: string, least: number, most: number): Outcome<number> {
  const value = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= least && value <= most) return { value, diagnostics: [] };
  const message = `${option} không nhận "${typed}", chỉ nhận số từ ${least} đến ${most}`;
  return { diagnostics: [usageError('not-a-number', message, `Ghi như: ${option} ${Math.max(least, 4)}`)] };
}

/** A bare name goes into the output folder; a path must lead into it. */
function readMerge(
  typed: string | undefined,
  {
    output,
    formats,
    shardSuffix,
  }: Pick<BatchWishes, 'output' | 'shardSuffix'> & {
    readonly formats: readonly BatchFormat[] | undefined;
  },
  { io }: Run,
): Outcome<string> | undefined {
  if (typed === undefined) return undefined;
  if (!/\.pdf$/i.test(typed))
    return {
      diagnostics: [
        usageError('merge-name', `--merge "${typed}" không phải tên tệp .pdf`, 'Ghi như: --merge in.pdf'),
      ],
    };
  if (formats !== undefined && !formats.includes('pdf'))
    return {
      diagnostics: [
        usageError(
          'merge-format',
          '--merge cần các bản PDF, nhưng --format không có pdf',
          'Thêm pdf vào --format',
        ),
      ],
    };
  const named = `${typed.slice(0, -'.pdf'.length)}${shardSuffix}${typed.slice(-'.pdf'.length)}`;
  const path = /[/\\]/.test(typed) ? io.path.resolve(io.cwd, named) : io.path.join(output, named);
  const below = io.path.relative(output, path);
  if (below.startsWith('..') || io.path.isAbsolute(below))
    return {
      diagnostics: [
        usageError(
          'merge-outside',
          `--merge "${typed}" không nằm trong thư mục kết quả`,
          'Chỉ ghi tên tệp, như --merge in.pdf: tệp sẽ nằm trong thư mục kết quả',
        ),
      ],
    };
  return { value: path, diagnostics: [] };
}
