import { useState } from 'react';
import type { OwnAgency } from '../../protocol.js';
import { Icon } from '../parts/icon.js';
import { LicencesDialog } from '../parts/licences-dialog.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { KindCards } from './kind-cards.js';
import { OpenFile } from './open-file.js';
import { RecentPapers } from './recent-papers.js';

/** Where one begins: a new paper, one that was worked on, one's own agency, many units at once. */
export function StartPage() {
  const { store, desk } = useStudio();
  const document = useStudioState((state) => state.document);
  const [hasLicences, setLicences] = useState(false);
  return (
    <div className="start">
      <a className="button skip-link" href="#new-paper">
        Đến phần soạn mới
      </a>
      <header className="start-head">
        <div>
          <h1>Thể Thức</h1>
          <p className="soft">Soạn văn bản đúng thể thức Nghị định 30/2020/NĐ-CP, lấy tệp Word và PDF.</p>
        </div>
        <div className="row">
          {document !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() => store.dispatch({ type: 'view', view: 'work' })}
            >
              Trở lại văn bản đang soạn
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => store.dispatch({ type: 'view', view: 'own' })}
          >
            <Icon name="office" />
            Cơ quan của tôi
          </button>
          <OpenFile />
        </div>
      </header>
      <main className="start-body">
        <RecentPapers />
        <div className="start-new">
          <section aria-labelledby="new-paper">
            <h2 id="new-paper" tabIndex={-1}>
              Soạn văn bản mới
            </h2>
            <FirstStep />
            <KindCards />
          </section>
          <ManyUnits />
        </div>
        <p className="start-about small soft">
          {desk.type === 'folder'
            ? `Thư mục đang mở: ${desk.name}. Mọi thứ nằm trên máy này, không gửi đi đâu.`
            : 'Mọi thứ nằm trong trình duyệt của máy này, không gửi đi đâu. Nhớ lưu biểu mẫu thành tệp để giữ lâu dài.'}{' '}
          <button type="button" className="text-button" onClick={() => setLicences(true)}>
            Giấy phép phần mềm
          </button>
        </p>
      </main>
      {hasLicences && <LicencesDialog onClose={() => setLicences(false)} />}
    </div>
  );
}

/** What saves the most typing is said before anything was typed. */
function FirstStep() {
  const { store } = useStudio();
  const isFirst = useStudioState(({ own, isOwnKnown }) => isOwnKnown === true && isBlank(own));
  if (!isFirst) return null;
  return (
    <p className="first-step">
      Dùng lần đầu? Tên cơ quan, địa danh, người ký, nơi nhận chỉ cần ghi một lần, văn bản mới sẽ có sẵn.{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => store.dispatch({ type: 'view', view: 'own' })}
      >
        Ghi ngay
      </button>
    </p>
  );
}

const isBlank = ({ values, signers }: OwnAgency): boolean =>
  signers.length === 0 && Object.keys(values).length === 0;

function ManyUnits() {
  const { store } = useStudio();
  return (
    <section aria-labelledby="many-units">
      <h2 id="many-units">Nhiều đơn vị</h2>
      <ul className="plain doors">
        <li>
          <button
            type="button"
            className="door"
            onClick={() => store.dispatch({ type: 'view', view: 'batch' })}
          >
            <Icon name="many" />
            <span>
              <b>Tạo cho nhiều đơn vị</b>
              <span className="small soft">Một biểu mẫu, một bảng đơn vị, ra mỗi đơn vị một bộ tệp</span>
            </span>
          </button>
        </li>
        <li>
          <button
            type="button"
            className="door"
            onClick={() => store.dispatch({ type: 'view', view: 'collect' })}
          >
            <Icon name="gather" />
            <span>
              <b>Tổng hợp bản đã nộp</b>
              <span className="small soft">Thả các bản đơn vị gửi về, lấy bảng tổng hợp</span>
            </span>
          </button>
        </li>
      </ul>
    </section>
  );
}
