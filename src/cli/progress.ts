import { SingleBar } from 'cli-progress';
import type { DiagnosticsStyle } from '../diagnostic/render-diagnostics.js';
import type { CliIo } from './io.js';

/** How far a long run is, on stderr: a bar on a terminal, a line now and then elsewhere, nothing where a program reads JSON. */
export interface Progress {
  /** Begins a step ("Kiểm tra", "Tạo văn bản") and ends the one before. Without a total only what is done is counted. */
  readonly start: (step: string, total: number | undefined) => void;
  readonly advance: (what?: { readonly failed?: boolean }) => void;
  /** Writes a line that stays, above the bar. */
  readonly say: (line: string) => void;
  /** Takes the bar off and leaves a line in its place; may be called twice. */
  readonly stop: () => void;
}

export interface ProgressOptions {
  readonly style: DiagnosticsStyle;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Of the terminal. */
  readonly columns?: () => number | undefined;
}

interface Step {
  readonly name: string;
  readonly total: number | undefined;
  readonly began: number;
  /** Times and counts of the last seconds, for the rate. */
  readonly samples: { readonly time: number; readonly done: number }[];
  done: number;
  failed: number;
}

/** Somewhere to show a step. */
interface Screen {
  readonly begin: (step: Step) => void;
  readonly change: (step: Step) => void;
  readonly say: (line: string) => void;
  readonly end: (step: Step) => void;
}

const PIPED_PAUSE = 5_000;
const SAMPLE_PAUSE = 500;
/** The rate is that of the last so many samples. */
const SAMPLES = 20;
const NARROWEST_BAR = 8;
const WIDEST_BAR = 30;

export function createProgress(io: CliIo, options: ProgressOptions): Progress {
  const { now, style } = options;
  const screen =
    style === 'json' ? undefined : io.isTerminal ? terminalScreen(io, options) : pipedScreen(io, now);
  let step: Step | undefined;
  const stop = (): void => {
    if (step !== undefined) screen?.end(step);
    step = undefined;
  };
  return {
    start: (name, total) => {
      stop();
      const began = now();
      step = { name, total, began, samples: [{ time: began, done: 0 }], done: 0, failed: 0 };
      screen?.begin(step);
    },
    advance: ({ failed = false } = {}) => {
      if (step === undefined) return;
      step.done += 1;
      if (failed) step.failed += 1;
      sample(step, now());
      screen?.change(step);
    },
    say: (line) => screen?.say(line),
    stop,
  };
}

function sample({ samples, done }: Step, time: number): void {
  if (time - (samples.at(-1)?.time ?? 0) < SAMPLE_PAUSE) return;
  samples.push({ time, done });
  if (samples.length > SAMPLES) samples.shift();
}

/** A bar that is redrawn in place. */
function terminalScreen(io: CliIo, { now, columns }: ProgressOptions): Screen {
  const width = (): number => columns?.() ?? 80;
  const colour = !io.env['NO_COLOR'];
  let bar: SingleBar | undefined;
  let shown: Step | undefined;
  const draw = (step: Step): SingleBar => {
    const drawn = new SingleBar({
      stream: streamOf(io, width),
      format: () => barLine(step, now(), width(), colour),
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      forceRedraw: true,
      linewrap: false,
      fps: 5,
    });
    drawn.start(step.total ?? 0, step.done);
    return drawn;
  };
  return {
    begin: (step) => {
      shown = step;
      bar = draw(step);
    },
    change: (step) => bar?.update(step.done),
    say: (line) => {
      bar?.stop();
      io.stderr(`${line}\n`);
      if (shown !== undefined) bar = draw(shown);
    },
    end: (step) => {
      bar?.stop();
      bar = undefined;
      shown = undefined;
      io.stderr(`${endLine(step, now())}\n`);
    },
  };
}

/** What the bar's library needs of a terminal. */
function streamOf(io: CliIo, columns: () => number): NodeJS.WritableStream {
  const stream = {
    isTTY: true,
    get columns() {
      return columns();
    },
    write: (text: string) => {
      io.stderr(text);
      return true;
    },
  };
  return stream as unknown as NodeJS.WritableStream;
}

/** Lines for a log: one now and then. */
function pipedScreen(io: CliIo, now: () => number): Screen {
  let last = 0;
  return {
    begin: () => {
      last = now();
    },
    change: (step) => {
      const time = now();
      if (time - last < PIPED_PAUSE || step.done === step.total) return;
      last = time;
      io.stderr(`${[step.name, ...statusOf(step, time)].join(', ')}\n`);
    },
    say: (line) => io.stderr(`${line}\n`),
    end: (step) => io.stderr(`${endLine(step, now())}\n`),
  };
}

/** "Tạo văn bản ████░░░░ 1.234/20.000, 152/giây, còn 2 phút, 3 chưa được": what does not fit is left out from the end. */
export function barLine(step: Step, time: number, columns: number, colour: boolean): string {
  const [count = '', ...others] = statusOf(step, time);
  // The failures come before the rate where there is no room for all.
  const failures = step.failed > 0 ? [failuresOf(step)] : [];
  const rest = [...failures, ...others.slice(0, others.length - failures.length)];
  let line = `${step.name} ${count}`;
  if (line.length >= columns) return count.slice(0, columns - 1);
  let tail = count;
  for (const word of rest)
    if (step.name.length + tail.length + word.length + 3 < columns) tail += `, ${word}`;
  const room = Math.min(WIDEST_BAR, columns - step.name.length - tail.length - 3);
  if (room >= NARROWEST_BAR && step.total !== undefined)
    line = `${step.name} ${barOf(step.done, step.total, room, colour)} ${tail}`;
  else line = `${step.name} ${tail}`;
  return line;
}

function barOf(done: number, total: number, width: number, colour: boolean): string {
  const full = total === 0 ? width : Math.min(width, Math.floor((done / total) * width));
  const drawn = '█'.repeat(full);
  return `${colour ? `\x1b[36m${drawn}\x1b[0m` : drawn}${'░'.repeat(width - full)}`;
}

/** Count, rate, time left, failures; what is not known yet is left out. */
function statusOf(step: Step, time: number): readonly string[] {
  const { done, total, failed } = step;
  const rate = rateOf(step, time);
  const left = total === undefined || !(rate > 0) || done >= total ? undefined : (total - done) / rate;
  return [
    total === undefined ? grouped(done) : `${grouped(done)}/${grouped(total)}`,
    ...(rate > 0 ? [`${rateInWords(rate)}/giây`] : []),
    ...(left === undefined ? [] : [`còn ${durationInWords(left)}`]),
    ...(failed > 0 ? [failuresOf(step)] : []),
  ];
}

const failuresOf = ({ failed }: Step): string => `${grouped(failed)} chưa được`;

/** Units a second, over the last seconds. */
function rateOf({ samples, done, began }: Step, time: number): number {
  const first = samples[0] ?? { time: began, done: 0 };
  const seconds = (time - first.time) / 1000;
  return seconds < 0.5 ? 0 : (done - first.done) / seconds;
}

function endLine(step: Step, time: number): string {
  const { name, done, total, failed, began } = step;
  const count = total === undefined || total === done ? grouped(done) : `${grouped(done)}/${grouped(total)}`;
  const seconds = durationInWords((time - began) / 1000);
  return `${name}: ${count} đơn vị (${seconds})${failed > 0 ? `, ${failuresOf(step)}` : ''}`;
}

/** "1.234.567" */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, '.');

const rateInWords = (rate: number): string =>
  rate < 10 ? rate.toFixed(1).replace('.', ',') : grouped(Math.round(rate));

/** "dưới 1 giây", "45 giây", "2 phút 10 giây", "1 giờ 5 phút" */
export function durationInWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 1) return 'dưới 1 giây';
  if (whole < 60) return `${whole} giây`;
  const [high, low, big, small] =
    whole < 3600
      ? [Math.floor(whole / 60), whole % 60, 'phút', 'giây']
      : [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), 'giờ', 'phút'];
  return low === 0 ? `${high} ${big}` : `${high} ${big} ${low} ${small}`;
}
