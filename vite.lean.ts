import type { Plugin } from 'vite';

/** What stands there, and what comes in its place. */
type Cut = readonly [RegExp, string];

/**
 * What libraries bring for cases that the one tag never has: traces on the page for tools of other authors, browsers
 * older than any in which the colours work, decorators (built away), wordings of errors that nobody reads.
 */
const cuts: Readonly<Record<string, readonly Cut[]>> = {
  'reactive-element/reactive-element.js': [
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
    [/const \w=this\[Symbol\.metadata\];.*?(?=this\._\$Eh=new Map)/, ''],
    [/static addInitializer\(\w\)\{.*?\}(?=static get)/, ''],
    [/,this\.constructor\.l\?\.forEach\(.*?\)(?=\})/, ''],
    [/void 0!==(\w)\.l&&\(this\.l=\[\.\.\.\1\.l\]\),/, ''],
    [
      /\{useDefault:\w,reflect:(\w),wrapped:\w\},\w\)\{.*?\|\|\((this\._\$AL\.has\(\w\)\|\|\(this\.hasUpdated\|\|)\w\|\|/,
      '{reflect:$1}){($2',
    ],
    [/const \w=this\.constructor\.elementProperties;if\(\w\.size>0\)for.*?\}(?=\}let \w=!1;)/, ''],
    [/,this\.prototype\.hasOwnProperty\(\w\)&&\(.*?wrapped=!0\)/, ''],
    [/removeController\(\w\)\{.*?\}/, ''],
    [/,this\._\$EO\?\.forEach\(\w=>\w\.hostUpdate\?\.\(\)\)/, ''],
    [/this\._\$EO\?\.forEach\(\w=>\w\.hostUpdated\?\.\(\)\),/, ''],
    [/\w\?\.\(\{ReactiveElement:\w\}\),\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\(".*?"\)/, '0'],
    [/,\w=\w\.reactiveElementPolyfillSupport/, ''],
    [/case Object:case Array:\w=.*?(?=\}return)/, ''],
    [/case Object:case Array:try\{.*?catch\(\w\)\{\w=null\}/, ''],
    [/\w\?\w\.emptyScript:""/, '""'],
    [/\|\|\w\.useDefault&&.*?(?=\)\)return)/, ''],
    [/\?\?this\._\$Ej\?\.get\(\w\)\?\?\w/, ''],
    [/if\((\w)\.state&&\(\1\.attribute=!1\),(.*?),!\w\.noAccessor\)\{(const .*?);void 0!==\w&&(.*?\))\}/, '$2;$3;$4'],
    [
      /(static getPropertyDescriptor\((\w),(\w),(\w)\)\{)const\{get.*?enumerable:!0\}/,
      '$1return{get(){return this[$3]},set(to){const from=this[$3];this[$3]=to,this.requestUpdate($2,from,$4)}}',
    ],
    [/type:String,converter:\w,reflect:!1,useDefault:!1,hasChanged:\w/, ''],
    [/\(\w\.hasChanged\?\?(\w)\)\(/, '$1('],
    [/\(void 0!==\w\.converter\?\.toAttribute\?\w\.converter:(\w)\)/, '$1'],
    [
      /(const \w=\w\.getPropertyOptions\(\w\)),\w="function".*?:(\w);(this\._\$Em=\w;const \w=)\w(?=\.fromAttribute)/,
      '$1;$3$2',
    ],
    [/const \w=\[\];if\(Array\.isArray\((\w)\)\)\{.*?return \w(?=\})/, 'return $1.flat(1/0)'],
    [/\[\.\.\.(\w)\((\w)\),\.\.\.\w\(\2\)\]/, '$1($2)'],
    [/"string"==typeof (\w)\?(\1\.toLowerCase\(\)):void 0/, '$2'],
    [/const (\w)=this\.scheduleUpdate\(\);return null!=\1&&await \1,/, 'return this.performUpdate(),'],
    [/scheduleUpdate\(\)\{.*?\}/, ''],
    [
      /let \w=!1;(const \w=this\._\$AL;try\{)\w=this\.shouldUpdate\(\w\),\w\?\((.*?)\):this\._\$EM\(\)\}(catch\(\w\)\{throw )\w=!1,(.*?\})\w&&/,
      '$1$2}$3$4',
    ],
    [/shouldUpdate\(\w\)\{return!0\}/, ''],
    [/,\w=!1,(\w)\)(?=\{if\(void 0!==)/, ')'],
    [/if\(!1===\w&&\(\w=(this\[\w\])\),(.*?),!\((\w)\(\w,/, 'if($2,!($3($1,'],
    [/this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return /, ''],
  ],
  'reactive-element/css-tag.js': [
    [/(?<=[,;]\w=)\w\.ShadowRoot&&.*?CSSStyleSheet\.prototype(?=,)/, '!0'],
    [/if\(!0===(\w)\._\$cssResult\$\)return \1\.cssText;.*?security\."\)/, 'return $1.cssText'],
    [/if\(this\._\$cssResult\$=!0,.*?instead\."\);/, ''],
    [/toString\(\)\{return this\.cssText\}/, ''],
    [
      /get styleSheet\(\)\{.*?return \w\}/,
      'get styleSheet(){return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}',
    ],
    [/(\w)=>\1 instanceof CSSStyleSheet\?\1:\1\.styleSheet\)/, '$1=>$1.styleSheet)'],
    [/constructor\(\w,\w,\w\)\{this\.cssText=\w,this\.t=\w\}/, 'constructor(text){this.cssText=text}'],
    [/,\.\.\.\w\)=>\{const \w=1===(\w)\.length.*?new (\w)\(.*?\)\}/, ')=>new $2($1[0])'],
  ],
  'lit-element/lit-element.js': [
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
    [/,this\._\$Do\?\.setConnected\(!0\)/, ''],
    [/,this\._\$Do\?\.setConnected\(!1\)/, ''],
    [/,\w\.litElementHydrateSupport\?\.\(.*?\);const \w=\w\.litElementPolyfillSupport;\w\?\.\(.*?\);/, ';'],
    [/\(\w\.litElementVersions\?\?=\[\]\)\.push\(".*?"\);/, ''],
    [/,noChange as \w/, ''],
    [/super\(\.\.\.arguments\)(.*?),this\._\$Do=void 0/, 'super()$1'],
    [/createRenderRoot\(\)\{.*?\}(?=update)/, ''],
    [/this\._\$Do=/, ''],
    [/connectedCallback\(\)\{.*?\}disconnectedCallback\(\)\{.*?\}render\(\)\{.*?\}/, ''],
    [/\w\._\$litElement\$=!0,/, ''],
  ],
  'lit-html/lit-html.js': [
    [/(?<=function \w\()(\w),(\w),\w=\1,\w\)\{if\(\2===\w\)return \2;let .*?,\2\}(?=class)/, '$1,$2){return $2}'],
    [/,\w=\w\(2\),\w=\w\(3\)/, ''],
    [/,\w as mathml|,\w as svg/g, ''],
    [/if\(!\w\(\w\)\|\|!\w\.hasOwnProperty\("raw"\)\)throw Error\(".*?"\);/, ''],
    [/(\w)=\w\(this,\1,\w(,0)?\),/g, ''],
    [/(\w)=\w\(this,(\w\[\w\+\w\]),\w,\w\),/, '$1=$2,'],
    [/\((\w)=\w\(this,\1,\w,0\)\?\?/, '($1??='],
    [/"function"==typeof this\._\$AH\?(this.*?,\w\)):this\._\$AH\.handleEvent\(\w\)/, '$1'],
    [/\w\(\w\)\.nextSibling;\w\((\w)\)\.remove\(\)/, '$1.nextSibling;$1.remove()'],
    [/2===\w\?"<svg>":3===\w\?"<math>":/, ''],
    [/\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, ''],
    [/(?<=this\.el\.content),2===\w\|\|3===\w\)\{.*?childNodes\)\}/, ');'],
    [/if\((?=this\.el=)/, '('],
    [/else (\w)\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(\1\)\)/, ''],
    [/:6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/, ':0'],
    [/if\(\w\.test\(\w\.tagName\)\)\{.*?\}\}\}(?=else if\(8)/, '}'],
    [/\w\.test\((\w)\[2\]\)&&\(\w=RegExp\("<\/"\+\1\[2\],"g"\)\),/, ''],
    [/else\{let \w=-1;for\(.*?\}(?=\w\+\+\})/, ''],
    [/"number"==typeof (\w)\?(this\._\$AC\(\w\)):\(.*?,\1\)/, '$2'],
    [/\|\|\w\.capture!==.*?passive!==\w\.passive/, ''],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
    [/get parentNode\(\)\{let.*?\}(?=get startNode)/, ''],
    [/get tagName\(\)\{.*?\}/, ''],
    [/get _\$AU\(\)\{.*?\}/g, ''],
    [/,this\._\$Cv=\w\?\.isConnected\?\?!0/, ''],
    [/this\._\$AP\?\.\(!1,!0,\w\)/, ''],
    [/this\._\$AN=void 0,/g, ''],
    [/get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
    [/setConnected\(\w\)\{.*?\}(?=\}class)/, ''],
    [/,\w=\w\.litHtmlPolyfillSupport;.*?\.push\(".*?"\);/, ';'],
    [/,E=Symbol\.for\("lit-noChange"\)|E as noChange,/g, ''],
    [/&&t!==E/g, ''],
    [/r===E&&\(r=this\._\$AH\[n\]\),/, ''],
    [/if\(\((\w\?\?=\w)\)===E\)return/, '$1'],
    [/&&!e&&this\.j/, '&&this.j'],
    [/(?<=_\$AI\(\w,\w)=this/g, ''],
    [/this\._\$AM=\w,/g, ''],
    [/,this\._\$AM=\w/g, ''],
    [/\(\w\?\.creationScope\?\?(\w)\)/, '$1'],
    [/d\(t\)\?(this\.k\(t\)):this\._\(t\)/, '$1'],
    [/\/<\(\?:\(!--.*?\/g/, '/<\\/?[a-zA-Z][^>\\s]*/g'],
    [/"!--"===.*?c=p\):void 0!==u\[3\]&&\(c=p\)(?=:c===p)/, 'c=p'],
    [/c=n\?\?v/, 'c=v'],
    [/void 0===u\[1\]\?d=-2:/, ''],
    [/c===\$\|\|c===g\?c=p:c===_\|\|c===m\?c=v:\(c=p,n=void 0\)/, 'c=p'],
    [/\(-2===d\?i:x\)/, 'x'],
    [/if\(r\.hasAttributes\(\)\)/, ''],
    [/let (\w);(2===\w\.type\?)\1=(new \w\(.*?\)):1===\w\.type\?\1=(new .*?\)):0,/, 'const $1=$2$3:$4;'],
    [/void 0!==s&&\((?=void 0!==s\.strings)(.*?)\),i\+\+/, '$1,i++'],
    [
      /(\((\w),(\w),(\w)\)=>)\{const \w=\w\?\.renderBefore.*?new (\w)\(.*?\(\w\(\),.*?\}return .*?\}/,
      '$1($3._$litPart$??=new $5($3.insertBefore(c(),null),null,void 0,$4))._$AI($2)',
    ],
  ],
  'valibot/dist/index.mjs': [
    [
      /(?<=function looseObject\([^]*?\) \{)[^]*?\n(?=\})/,
      'const strict = object(entries$1); return { entries: entries$1, "~run"(dataset, config$1) { const input = dataset.value; strict["~run"](dataset, config$1); if (!dataset.issues) dataset.value = { ...input, ...dataset.value }; return dataset; } };',
    ],
    [/\/\* @__PURE__ \*\/ _isSameValueZero\((dataset\.value), (this\.literal)\)/, '$1 === $2'],
    [/\t\ttyped: dataset\.typed,\n(?=\t\tsuccess: !dataset\.issues,\n\t\toutput)/, ''],
    [/(?<=function _standardSchema\(schema\) \{)[^]*?(?=\n\treturn schema;)/, ''],
    [/(?<=function getGlobalConfig\(config\$1\) \{)[^]*?\n(?=\})/, 'return config$1 ?? {};'],
    [
      /(?<=function _addIssue\([^]*?\) \{)[^]*?(?=\n\tif \(dataset\.issues\))/,
      'const issue = { path: other?.path, expected: other?.expected ?? context.expects };',
    ],
    [/for \(const key in (this\.entries|input)\)/g, 'for (const key of Object.keys($1))'],
    [/, \{ (received|issues): .*? \}\)(?=;\n)/g, ')'],
    [/(?<=\bpath(Item = |: \[))\{[^}]*\}/g, '{ key }'],
    [/\t+input: void 0,\n/g, ''],
    [/else if \(valueSchema\.fallback !== void 0\) .*$/gm, ''],
    [
      /(?<=\n\t\t\tfor \(const item of pipe\$1\) )if \(item\.kind[^]*?\n\t\t\t\}/g,
      'if (!dataset.issues) dataset = item["~run"](dataset, config$1);',
    ],
    [
      /let validDataset;[^]*?(?=\n\t\t\treturn dataset;)/,
      'for (const schema of this.options) { const option = schema["~run"]({ value: dataset.value }, config$1); if (!option.issues) return option; } _addIssue(this, "type", dataset, config$1);',
    ],
    [/\t+if \(!\w+Dataset\.typed\) dataset\.typed = false;\n/g, ''],
    [/dataset\.typed = (true|false);/g, ';'],
    [/dataset\.typed && /g, ''],
    [/\bkind: "\w+",/g, ''],
    [/\btype: "(?!optional")\w+",/g, ''],
    [/ \|\| valueSchema\.type === "nullish"|valueSchema\.type === "exact_optional" \|\| /g, ''],
    [/ && valueSchema\.type !== "nullish"|valueSchema\.type !== "exact_optional" && /g, ''],
    [/if \(config\$1\.abortEarly\) (break;|\{[^}]*\})/g, ''],
    [
      /(?<=\n\t\t)(reference: \w+|expects: (?!"(string|number|boolean|Array|Object)").*|async: (true|false)|message: message\$1),$/gm,
      '',
    ],
  ],
};

/** Leaves these out. A library that has changed stops the build, and a look at it says what goes now. */
export const lean: Plugin = {
  name: 'lean',
  transform(code, id) {
    const [path, found] = Object.entries(cuts).find(([end]) => id.endsWith(end)) ?? [];
    if (!found) return null;
    const cut = (text: string, [what, instead]: Cut) => {
      if (text.search(what) < 0) throw new Error(`${path} has nothing like ${what}`);
      return text.replace(what, instead);
    };
    return { code: found.reduce(cut, code), map: null };
  },
};

/** Names for what happens inside an element, Lit's and our own, which no page ever calls: they may be as short as the rest. */
export const ownNames = new RegExp(
  `^(_\\$\\w+|${[
    'elementStyles|finalize|finalizeStyles|createProperty|getPropertyDescriptor|getPropertyOptions|shadowRootOptions',
    'isUpdatePending|hasUpdated|enableUpdating|performUpdate|scheduleUpdate|getUpdateComplete|shouldUpdate|willUpdate',
    'firstUpdated|addController|hostConnected|hostDisconnected|createRenderRoot|renderOptions|renderBefore',
    'hasChanged|useDefault|wrapped|converter|fromAttribute|toAttribute|noAccessor|setConnected|creationScope|ctor',
    'abortEarly|abortPipeEarly|requirement|announcer|focusOn|evaluation|strings|render|onLeave|partial|passing|passed',
    'asking|wanted|consented|stale|fresh|misfit|capital|focusHeading|screenFor|unanswered|blocked|sites|settle',
    'reportAll|isDone|answersAtStop|dayNumber|goOn|goBackTo|extendHold|shortDay|tokens|either|money',
    'follow|limit|report|goTo|onPage|region',
  ].join('|')})$`,
);
