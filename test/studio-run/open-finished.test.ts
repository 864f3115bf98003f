import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { unzip } from '../archive/unzip.js';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import {
  chooseFile,
  type FinishedPapers,
  fileOf,
  openFinished,
  refusal,
  render,
  renderSamples,
} from './finished-papers.js';
import { toStartPage } from './folder-page.js';
import { knownKinds } from './known-kinds.js';
import { makeFolder, offlineAddress, type Preview, removeFolder, startPreview } from './program.js';
import { expectSamePaper } from './same-paper.js';
import { openSample, openStudio, sheet, type TakenFile, takeAway } from './studio-page.js';

let browser: Browser;
let preview: Preview;
let folder: string;
let papers: readonly FinishedPapers[];
let bare: readonly TakenFile[];
beforeAll(async () => {
  folder = makeFolder();
  [browser, preview, papers] = await Promise.all([startBrowser(), startPreview(folder), renderSamples()]);
  const beside = makeFolder({
    'plan.yaml': (await knownKinds()).find(({ slug }) => slug === 'plan')!.sample,
  });
  bare = await render(['plan.yaml'], beside, ['--no-data']);
  removeFolder(beside);
}, 180_000);
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});

const plan = (): FinishedPapers => papers.find(({ stem }) => stem === 'plan')!;

const PLACES = [
  ['with the server', () => preview.address, '.docx', false],
  ['in the one file', offlineAddress, '.pdf', true],
] as const;

describe.each(PLACES)('%s', (_, address, ending, isOffline) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(browser, { offline: isOffline });
    await openStudio(open.page, address());
  });
  afterAll(() => open?.context.close());

  /** As a download, or out of the folder again. */
  const take = async (item: string): Promise<TakenFile> => {
    if (isOffline) return takeAway(open.page, item);
    const taken = await takeAway(open.page, item, folder);
    removeFolder(join(folder, taken.name));
    return taken;
  };

  test(`every ${ending} of the command is a form that makes the same paper`, {
    timeout: 600_000,
  }, async () => {
    // All with the server; the one file opens them by the same code, and has the kinds' own.
    const kinds = (await knownKinds()).map(({ slug }) => slug);
    for (const one of papers.filter(({ isSet, stem }) => !isSet && (!isOffline || kinds.includes(stem)))) {
      await openFinished(open.page, fileOf(one, ending));
      // A banner's PDF are several, in other proportions; its DOCX is one.
      const isBanner = one.files.length > 2;
      const other = isBanner || ending === '.pdf' ? '.docx' : '.pdf';
      const made = await take(other === '.pdf' ? 'Tệp PDF' : 'Tệp Word (DOCX)');
      await expectSamePaper(made, fileOf(one, other).bytes);
      expect(await open.page.locator('.notice.wrong').count(), one.stem).toBe(0);
      await toStartPage(open.page);
    }
    expectNoFaults(open);
  });

  test('of a set a paper is opened by itself, and that is said', async () => {
    const set = papers.find(({ isSet, stem }) => isSet && stem === 'dossier')!;
    await openFinished(open.page, fileOf(set, ending));
    const notice = open.page.locator('.notice');
    expect(await notice.innerText()).toMatch(
      /thuộc một bộ văn bản.*"Kế hoạch"\. Muốn sửa cả .*mở tệp biểu mẫu/,
    );
    await notice.getByRole('button').click();
    await expect
      .poll(() => open.page.getByRole('textbox', { name: 'Trích yếu' }).first().inputValue())
      .toBe('Phát động đợt thi đua cải cách hành chính năm 2026');
    await toStartPage(open.page);
    expectNoFaults(open);
  });

  test('what the page itself gave is opened again', async () => {
    await openSample(open.page, 'Kế hoạch tổ chức hội nghị');
    const [docx, pdf] = [await take('Tệp Word (DOCX)'), await take('Tệp PDF')];
    for (const [given, item, wanted] of [
      [docx, 'Tệp PDF', pdf],
      [pdf, 'Tệp Word (DOCX)', docx],
    ] as const) {
      await toStartPage(open.page);
      await openFinished(open.page, given);
      await expectSamePaper(await take(item), wanted.bytes);
    }
    await toStartPage(open.page);
    expectNoFaults(open);
  });

  test('a paper that Word saved again is opened with a word about it', async () => {
    const parts = Object.fromEntries(unzip(fileOf(plan(), '.docx').bytes));
    const app = new TextDecoder().decode(parts['docProps/app.xml']);
    parts['docProps/app.xml'] = new TextEncoder().encode(
      app.replace(/<Application>[^<]*/, '<Application>Microsoft Office Word'),
    );
    await openFinished(open.page, { name: 'da-sua.docx', bytes: zipSync(parts) });
    await open.page.locator('.notice', { hasText: 'đã được sửa và lưu bằng chương trình khác' }).waitFor();
    await toStartPage(open.page);
  });

  test('a file dropped on the page is opened', async () => {
    const { name, bytes } = fileOf(plan(), ending);
    const letters = Buffer.from(bytes).toString('base64');
    const dropped = await open.page.evaluateHandle(`{
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob('${letters}'), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], '${name}'));
      transfer;
    }`);
    for (const type of ['dragover', 'drop'])
      await open.page.dispatchEvent('.start', type, { dataTransfer: dropped });
    await sheet(open.page, '1').waitFor();
    await toStartPage(open.page);
    expectNoFaults(open);
  });

  test('what cannot be opened is refused, with what to do', async () => {
    const { page } = open;
    for (const { file, why, what } of await refusedFiles()) {
      await chooseFile(page, file);
      const said = await refusal(page).innerText();
      expect(said, file.name).toContain(`"${file.name}"`);
      expect(said, file.name).toMatch(why);
      expect(said, file.name).toMatch(what);
      // No word of the program's inside.
      expect(said, file.name).not.toMatch(/error|undefined|null|zip|XML|JSON|exception/i);
      await refusal(page).getByRole('button', { name: 'Đã hiểu' }).click();
      await page.getByRole('heading', { name: 'Soạn văn bản mới' }).waitFor();
    }
    expectNoFaults(open);
  });
});

interface RefusedFile {
  readonly file: TakenFile;
  readonly why: RegExp;
  readonly what: RegExp;
}

const REGISTER = join(packageFolder, 'samples', 'cong-doan.xlsx');
const NOT_OURS = /không phải tệp do Thể Thức tạo, hoặc được tạo mà không ghi kèm số liệu/;
const BROKEN = /bị hỏng hoặc chưa tải về trọn vẹn/;
const OPEN_FORM = /Mở tệp biểu mẫu của văn bản này, hoặc soạn mới/;
const FETCH_AGAIN = /Tải lại hoặc chép lại tệp/;

async function refusedFiles(): Promise<readonly RefusedFile[]> {
  const [docx, pdf] = [fileOf(plan(), '.docx'), fileOf(plan(), '.pdf')];
  const foreign = await PDFDocument.create();
  foreign.addPage();
  const foreignDocx = Object.fromEntries(
    [...unzip(docx.bytes)].filter(([name]) => !name.startsWith('customXml/')),
  );
  const notOurs = (name: string, bytes: Uint8Array) => ({
    file: { name, bytes },
    why: NOT_OURS,
    what: OPEN_FORM,
  });
  const torn = (name: string, bytes: Uint8Array) => ({
    file: { name, bytes },
    why: BROKEN,
    what: FETCH_AGAIN,
  });
  return [
    ...bare.map(({ name, bytes }) => notOurs(name, bytes)),
    notOurs('nơi khác.docx', zipSync(foreignDocx)),
    notOurs('nơi khác.pdf', await foreign.save()),
    notOurs('bang.docx', new Uint8Array(readFileSync(REGISTER))),
    {
      file: { name: 'cu.docx', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0) },
      why: /tệp Word kiểu cũ/,
      what: /Mở bằng Word, rồi chép nội dung/,
    },
    {
      file: { name: 'anh.pdf', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10) },
      why: /tệp ảnh/,
      what: /Xin bản Word.*hoặc soạn mới/,
    },
    {
      file: { name: 'cong-doan.xlsx', bytes: new Uint8Array(readFileSync(REGISTER)) },
      why: /bảng tính/,
      what: /"Tạo cho nhiều đơn vị"/,
    },
    { file: { name: 'nhieu.7z', bytes: zipSync({}) }, why: /tệp nén/, what: /Giải nén/ },
    { file: { name: 'trong.yaml', bytes: new Uint8Array() }, why: /tệp trống/, what: /Chép hoặc tải lại/ },
    {
      file: { name: 'ghi-chu.txt', bytes: new TextEncoder().encode('Ngày mai họp lúc 8:00\n') },
      why: /tệp chữ, không phải biểu mẫu/,
      what: /Soạn mới, rồi chép nội dung/,
    },
    torn('do-dang.docx', docx.bytes.subarray(0, docx.bytes.length / 2)),
    torn('do-dang.pdf', pdf.bytes.subarray(0, pdf.bytes.length / 2)),
    {
      file: { name: 'vni.yaml', bytes: Uint8Array.of(0x4c, 0x6f, 0xb9, 0x69, 0xff, 10) },
      why: /Unicode|UTF-8/,
      what: /UTF-8|UniKey/,
    },
  ];
}
