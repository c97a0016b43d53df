" Colours of a brief: its labels, dates, keywords, marks, quotations and titles.
if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

" A label, alone or bilingual, from the list that detection uses too.
let s:all = luaeval("require('brief.labels')")
let s:sections = filter(copy(s:all), {_, label -> label =~# '摘要\|summary\|abstract'})
let s:keywords = filter(copy(s:all), {_, label -> label =~# '關鍵\|key'})
let s:header = filter(copy(s:all), {_, label -> index(s:sections + s:keywords, label) < 0})

" Longest first: Vim takes the first that matches. Labels are written in either width.
function s:any(labels) abort
  let any = '\%(' .. join(sort(copy(a:labels), {a, b -> len(b) - len(a)}), '\|') .. '\)'
  return any->substitute(' ', '\\s\\+', 'g')->substitute('(s)', '[(（]s[)）]', 'g')
endfunction

function s:line(labels) abort
  let any = s:any(a:labels)
  return '\c^\s*[#*_]*\s*' .. any .. '\%(\s*[\/／]\s*' .. any .. '\)*\s*[*_]*\s*[:：][*_]*'
endfunction

execute 'syntax match briefLabel /' .. s:line(s:header) .. '/'
execute 'syntax match briefSection /' .. s:line(s:sections) .. '/'
execute 'syntax match briefSection /\c^\s*#\+\s*' .. s:any(s:sections) .. '\s*$/'
execute 'syntax match briefLabel /' .. s:line(s:keywords) .. '/ nextgroup=briefKeywords skipwhite'
syntax match briefKeywords /.*$/ contained contains=briefComma
syntax match briefComma /、/ contained

syntax match briefDate /\<\d\{1,4}[/.-]\d\{1,2}[/.-]\d\{1,4}\>/
syntax match briefDate /\%(民國\s*\)\?\d\+\s*年\s*\d\+\s*月\%(\s*\d\+\s*日\)\?/
syntax match briefDate /\c\<\%(jan\|feb\|mar\|apr\|may\|jun\|jul\|aug\|sep\|oct\|nov\|dec\)\a*\.\?\s\+\d\{1,2},\s*\d\{4}\>/
syntax match briefDate /\c\<\d\{1,2}\s\+\%(jan\|feb\|mar\|apr\|may\|jun\|jul\|aug\|sep\|oct\|nov\|dec\)\a*\.\?\s\+\d\{4}\>/

" A mark that may also begin a sentence needs a space after it.
syntax match briefMark /^\s*\zs[•‧·●○◦▪■・➢✓①-⑳\uf0b7\uf0a7\uf0d8]/
syntax match briefMark /^\s*\zs[-–—*]\ze[[:space:]\u00a0\u3000]/
syntax match briefMark /^\s*\zs[0-9０-９]\{1,3}[.．)）]\ze\%([[:space:]\u00a0\u3000]\|[^0-9０-９]\)/
syntax match briefMark /^\s*\zs[(（][0-9０-９一二三四五六七八九十]\{1,3}[)）]/
syntax match briefMark /^\s*\zs[一二三四五六七八九十]\{1,3}、/
syntax match briefSeparator /^\s*\%(---\|\*\*\*\|＊＊＊\)\s*$/

" On one line each, so that a bracket left open colours no more than its paragraph.
syntax region briefQuote start=/「/ end=/」/ oneline keepend extend contains=briefInner
syntax region briefInner start=/『/ end=/』/ oneline contained
syntax region briefTitle start=/《/ end=/》/ oneline
syntax match briefUrl /\<https\?:\/\/[!-~]\+/

highlight default link briefLabel Identifier
highlight default link briefSection Title
highlight default link briefKeywords Type
highlight default link briefComma Delimiter
highlight default link briefDate Number
highlight default link briefMark Special
highlight default link briefSeparator PreProc
highlight default link briefQuote String
highlight default link briefInner String
highlight default link briefTitle Constant
highlight default link briefUrl Underlined

" What the server knows over and above that: whether the partner says the same, something else, or nothing of it.
highlight default link @lsp.type.property.brief briefLabel
highlight default link @lsp.type.namespace.brief briefSection
highlight default link @lsp.type.operator.brief briefMark
highlight default link @lsp.type.class.brief briefKeywords
highlight default link @lsp.type.enumMember.brief briefKeywords
highlight default link @lsp.type.event.brief briefDate
highlight default link @lsp.type.number.brief Number
highlight default link @lsp.type.type.brief Normal
highlight default link @lsp.mod.agrees.brief Special
highlight default link @lsp.mod.differs.brief DiagnosticWarn
highlight default @lsp.mod.unanswered.brief cterm=italic gui=italic

let b:current_syntax = 'brief'
let &cpo = s:cpo
unlet s:cpo
