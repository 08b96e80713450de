// What the page says, in Korean and English.
const LABELS = {
  ko: {
    skip: '본문으로 건너뛰기', views: '보기', articles: '기사', duplicates: '중복', charts: '통계', theme: '밝게/어둡게', search: '제목·본문 검색',
    publisher: '매체', organization: '기관', anyOrganization: '모든 기관', all: '전체', from: '게재일', to: '까지', reset: '조건 지우기',
    none: '조건에 맞는 기사가 없습니다.', found: (n, all) => n === all ? `기사 ${num(all)}건` : `${num(all)}건 중 ${num(n)}건`,
    failed: n => `읽지 못한 파일 ${num(n)}개`, unknown: '매체 미상', noTitle: '제목 없음',
    amount: '금액·수량', date: '날짜', duration: '기간', org: '기관', legend: '강조 표시',
    showRepeats: n => `지운 반복 보기 (${n})`, hideRepeats: '지운 반복 숨기기', removed: (n) => `이 문장들은 원문에 ${n}번 나옵니다`,
    original: '원문 열기', source: '제공', modified: '수정', factList: '찾아낸 사실', words: '표현', value: '값', rule: '규칙', kind: '종류',
    evidence: '각 항목의 근거', field: '항목', where: '출처', raw: '원문 표현', captions: '사진 설명', file: '파일', reason: '이유', close: '닫기',
    position: '위치', relative: '게재 시각을 기준으로 풀이', back: '목록', twins: n => `겹치는 기사 ${n}건`, compare: '나란히 비교',
    noDuplicates: '서로 겹치는 기사가 없습니다.', copies: n => `${n}건이 겹침`, similarity: '겹치는 비율', first: '원본', copy: '사본', other: '겹치는 기사', choose: '비교할 기사',
    onlyFirst: '원본에만 있음', onlySecond: '견준 글에만 있음', cut: '두 글이 너무 달라 낱말 단위로 비교하지 않았습니다.',
    kinds: { exact: '똑같음', near: '거의 같음', updated: '고쳐 씀', contains: '포함함', contained: '포함됨' },
    money: '기관별 금액', moneyAbout: '같은 문장에서 기관 이름 가장 가까이에 나온 원화 금액의 합. 기사마다 같은 금액은 한 번만 셉니다.',
    timeline: '언급된 때', timelineAbout: '위: 기사에 나온 날짜, 아래: 기사가 실린 날. 막대를 누르면 그 기간의 기사만 봅니다.', mentioned: '언급', published: '게재',
    topOrgs: '많이 나온 기관', topOrgsAbout: '기관이 나온 기사의 수. 누르면 그 기관의 기사만 봅니다.',
    together: '함께 나온 기관', togetherAbout: '같은 기사에 함께 나온 기관끼리 이었습니다. 굵을수록 자주 함께 나옵니다.',
    table: '표로 보기', number: '기사 수', pair: '짝', nothing: '보여 줄 것이 없습니다.', outside: n => `범위 밖 ${num(n)}건은 뺐습니다.`,
    types: {
      money: '돈', percent: '비율', 'percent-point': '퍼센트포인트', ratio: '배·비', count: '개수', measure: '측정값', age: '나이', ordinal: '차례',
      minute: '분까지', hour: '시까지', day: '날', week: '주', month: '달', quarter: '분기', half: '반기', season: '철', year: '해', decade: '연대', century: '세기',
      government: '정부·지자체', 'public-institution': '공공기관', company: '기업', school: '학교', association: '단체', media: '언론', party: '정당',
      hospital: '병원', 'military-police-court': '군·경·법원', team: '구단', religious: '종교', committee: '위원회', other: '기타',
    },
    fields: {
      title: '제목', subtitle: '부제', section: '분야', authors: '기자', publisher: '매체', source: '출처', published: '게재일시', modified: '수정일시',
      text: '본문', images: '사진', attachments: '첨부', links: '링크', tags: '꼬리표', views: '조회 수', comments: '댓글 수', url: '주소', site: '사이트',
      language: '언어', charset: '문자 집합',
    },
    // What the data says in English signs, as patterns of whole values.
    values: [
      [/^(≈ )?(?:from )(.+)$/, '$1$2부터'], [/^(≈ )?until (.+)$/, '$1$2까지'], [/^(≈ )?after (.+)$/, '$1$2 이후'], [/^(≈ )?before (.+)$/, '$1$2 이전'],
      [/every (.+)$/, '$1마다'], [/ each$/, '씩'], [/^relative$/, '게재 시각을 몰라 풀지 못함'], [/ KRW\b/, '원'],
      [/ year\b/, '년'], [/ month\b/, '개월'], [/ week\b/, '주'], [/ day\b/, '일'], [/ hour\b/, '시간'], [/ minute\b/, '분'], [/ second\b/, '초'],
    ],
    language: 'English',
  },
  en: {
    skip: 'Skip to the article', views: 'Views', articles: 'Articles', duplicates: 'Duplicates', charts: 'Charts', theme: 'Light or dark', search: 'Search titles and texts',
    publisher: 'Publisher', organization: 'Organization', anyOrganization: 'Any organization', all: 'All', from: 'Published', to: 'until', reset: 'Clear',
    none: 'No article matches.', found: (n, all) => n === all ? `${num(all)} ${all === 1 ? 'article' : 'articles'}` : `${num(n)} of ${num(all)} articles`,
    failed: n => `${num(n)} ${n === 1 ? 'file' : 'files'} could not be read`, unknown: 'Unknown publisher', noTitle: 'Untitled',
    amount: 'Amounts', date: 'Dates', duration: 'Durations', org: 'Organizations', legend: 'Highlights',
    showRepeats: n => `Show removed repeats (${n})`, hideRepeats: 'Hide removed repeats', removed: n => `The page says this ${n} times`,
    original: 'Open the page', source: 'Credited to', modified: 'Updated', factList: 'Facts found', words: 'Words', value: 'Value', rule: 'Rule', kind: 'Kind',
    evidence: 'Where each field comes from', field: 'Field', where: 'From', raw: 'Words of the page', captions: 'Captions', file: 'File', reason: 'Reason', close: 'Close',
    position: 'Position', relative: 'Resolved against the time of publication', back: 'List', twins: n => `${n} overlapping ${n === 1 ? 'article' : 'articles'}`, compare: 'Compare side by side',
    noDuplicates: 'No article repeats another.', copies: n => `${n} overlapping`, similarity: 'In common', first: 'Original', copy: 'Copy', other: 'Overlapping', choose: 'Compare with',
    onlyFirst: 'only in the original', onlySecond: 'only in the other', cut: 'The texts differ too much to compare word by word.',
    kinds: { exact: 'exact', near: 'near', updated: 'updated', contains: 'contains it', contained: 'contained' },
    money: 'Money by organization', moneyAbout: 'Sum of the won amounts named nearest to the organization in a sentence; the same amount counts once an article.',
    timeline: 'When', timelineAbout: 'Above: dates that articles mention. Below: when articles were published. Choose a bar to see its articles.', mentioned: 'mentioned', published: 'published',
    topOrgs: 'Top organizations', topOrgsAbout: 'Articles that name the organization. Choose one to see its articles.',
    together: 'Named together', togetherAbout: 'Organizations in the same article are joined: the thicker, the more often.',
    table: 'As a table', number: 'Articles', pair: 'Pair', nothing: 'Nothing to show.', outside: n => `${num(n)} outside of this range are left out.`,
    types: {}, fields: {}, values: [],
    language: '한국어',
  },
};
const FACT_LABEL = { amount: 'amount', date: 'date', duration: 'duration', organization: 'org' };
let lang = 'ko';
const L = () => LABELS[lang];
const num = n => n.toLocaleString(lang === 'ko' ? 'ko-KR' : 'en-US');

// meaning writes what a fact means in the language.
const meaning = f => f.k === 'organization' ? f.v : L().values.reduce((v, [from, to]) => v.replace(from, to), f.v);

// won writes a sum of money in the units of the language.
function won(n) {
  const units = lang === 'ko' ? [[1e12, '조'], [1e8, '억'], [1e4, '만']] : [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']];
  const [size, name] = units.find(([size]) => Math.abs(n) >= size) || [1, ''];
  const digits = n / size < 10 && name ? 1 : 0;
  const text = (n / size).toLocaleString('en-US', { maximumFractionDigits: digits });
  return lang === 'ko' ? `${text}${name} 원` : `₩${text}${name}`;
}

// day writes a date of publication.
function day(stamp, withTime) {
  if (!stamp) return '';
  const [, y, m, d, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(stamp) || [];
  if (!y) return stamp;
  const date = lang === 'ko' ? `${y}. ${+m}. ${+d}.` : `${+d} ${'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[m - 1]} ${y}`;
  return withTime && time !== '00:00' ? `${date} ${time}` : date;
}
