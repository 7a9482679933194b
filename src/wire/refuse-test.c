/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refuse-test.c: streams that a worker must not get away with, written frame by frame */
#include "wire.h"

#include <string.h>

#include "error.h"
#include "maxima.h"
#include "payload-writer.h"
#include "wire-test-support.h"

/* Frames as they are sent, so that a row below shows where it differs from what is right */
#define HI "DDOC\5"
#define BEGIN "\1\10\0\0\0\4\0\0\0DOCX"
#define START HI BEGIN
#define NOTE(n) "\2\1\0\0\0" n
#define PART(n) "\3\1\0\0\0" n
#define BODY PART("\0")
#define PAGE(n) "\4\4\0\0\0" n "\0\0\0"
#define TEXT "\5\21\0\0\0\0\0\0\0\1\0\0\0a\0\0\0\0\0\0\0\0"
#define TABLE "\6\0\0\0\0"
#define ROW "\7\0\0\0\0"
#define CELL(column, columns, rows) "\10\14\0\0\0" column "\0\0" columns "\0\0" rows "\0"
#define CELL1 CELL("\0\0", "\1\0", "\1\0\0")
#define CLOSE "\11\0\0\0\0"
#define END "\13\0\0\0\0"
#define SHEET_OF(unread, turned, skew) "\14\16\0\0\0\377\377\0\0\0\0\0\0" unread turned skew "\0\0"
#define SHEET SHEET_OF("\0", "\0", "\224\21")
#define SIGNATURE(high, state, trust, stamped, whole)                                              \
	"\15\31\0\0\0\1\0\0\0A\0\0\0\0\0\0\0\0\0\0\0" high "\1\0\0\0" state trust stamped whole
#define SIGNED SIGNATURE("\0", "\0", "\0", "\0", "\0")
#define PLACE(start, page, left)                                                                   \
	start "\0\0\0" page "\0\0\0" left "\0\0\0\0\0\0\0\1\0\0\0\0\0\0\144"
#define PLACES(place) "\16\31\0\0\0" place
#define PROGRESS(done, of) "\17\10\0\0\0" done "\0\0\0" of "\0\0\0"
#define MEMBER(state, size) "\20\12\0\0\0" state size "\1\0\0\0a"
#define PIECE(bytes) "\21\2\0\0\0" bytes
#define BAD DD_ERROR_INVALID_DATA
#define LARGE DD_ERROR_TOO_LARGE
#define BYTES(literal) literal, sizeof(literal) - 1
#define FINE (-1)

typedef struct {
	const char *name;
	const char *bytes;
	size_t len;
	int code;        /* FINE when it is no bad one: what the rows beside it change */
	const char *why; /* how the message goes on; what the builder says, a part of it */
} Stream;

static const Stream streams[] = {
	{"right", BYTES(START NOTE("\0") BODY PAGE("\1") TEXT TABLE ROW CELL1 TEXT CLOSE CLOSE CLOSE END),
		FINE, ""},
	{"nothing", BYTES(""), BAD, "it stops short"},
	{"magic", BYTES("DDOX\1" BEGIN END), BAD, "this is no stream of this version"},
	{"version 0", BYTES("DDOC\0" BEGIN END), BAD, "this is no stream of this version"},
	{"version 1", BYTES("DDOC\1" BEGIN END), BAD, "this is no stream of this version"},
	{"version 2", BYTES("DDOC\2" BEGIN END), BAD, "this is no stream of this version"},
	{"version 3", BYTES("DDOC\3" BEGIN END), BAD, "this is no stream of this version"},
	{"no document", BYTES(HI END), BAD, "end: out of place"},
	{"type 0", BYTES(START "\0\0\0\0\0" END), BAD, "type: a number is out of range"},
	{"type behind the last", BYTES(START "\22\0\0\0\0" END), BAD, "type: a number is out of range"},
	{"type 255", BYTES(START "\377\0\0\0\0" END), BAD, "type: a number is out of range"},
	{"head only", BYTES(START END), FINE, ""},
	/* lengths */
	{"frame of 4 GB", BYTES(START BODY "\5\377\377\377\377"), LARGE,
		"paragraph: not of 4294967295 bytes"},
	{"frame over the maximum", BYTES(START BODY "\5\1\1\100\0"), LARGE,
		"paragraph: not of 4194561 bytes"},
	{"frame at the maximum", BYTES(START BODY "\5\0\1\100\0"), BAD, "it stops short"},
	{"end of 4 GB", BYTES(START "\13\377\377\377\377"), LARGE, "end: not of 4294967295 bytes"},
	{"end with a byte", BYTES(START "\13\1\0\0\0x"), BAD, "end: not of 1 bytes"},
	{"table with a byte", BYTES(START BODY "\6\1\0\0\0x" CLOSE END), BAD, "table: not of 1 bytes"},
	{"note without", BYTES(START "\2\0\0\0\0" END), BAD, "note: not of 0 bytes"},
	{"note of two bytes", BYTES(START "\2\2\0\0\0\0\0" END), BAD, "note: not of 2 bytes"},
	{"page of three bytes", BYTES(START BODY "\4\3\0\0\0\1\0\0" TEXT END), BAD,
		"page: not of 3 bytes"},
	{"cell of 13 bytes",
		BYTES(START BODY TABLE ROW
			"\10\15\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\0" CLOSE CLOSE CLOSE END),
		BAD, "cell: not of 13 bytes"},
	{"paragraph of 15 bytes", BYTES(START BODY "\5\17\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: not of 15 bytes"},
	{"paragraph without text",
		BYTES(START BODY "\5\20\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" END), FINE, ""},
	{"bytes behind a style", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0x" END),
		BAD, "paragraph: bytes are left behind the last field"},
	{"text longer than its frame",
		BYTES(START BODY "\5\21\0\0\0\0\0\0\0\12\0\0\0a\0\0\0\0\0\0\0\0" END), BAD,
		"paragraph: a text stops short"},
	{"text takes the next length",
		BYTES(START BODY "\5\21\0\0\0\0\0\0\0\5\0\0\0a\0\0\0\0\0\0\0\0" END), BAD,
		"paragraph: a text is no UTF-8 or holds NUL"},
	{"text with an escape", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\0\0\33\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: a text holds control characters"},
	{"text with a tab", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\0\0\11\0\0\0\0\0\0\0\0" END),
		FINE, ""},
	{"text over the maximum",
		BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\100\0a\0\0\0\0\0\0\0\0" END), LARGE,
		"paragraph: a text is too long"},
	{"text of 4 GB", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\377\377\377\377a\0\0\0\0\0\0\0\0" END),
		LARGE, "paragraph: a text is too long"},
	{"number over the maximum",
		BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\0\0a\101\0\0\0\0\0\0\0" END), LARGE,
		"paragraph: a text is too long"},
	{"style over the maximum",
		BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\0\0a\0\0\0\0\201\0\0\0" END), LARGE,
		"paragraph: a text is too long"},
	/* values */
	{"kind of 16 letters", BYTES(HI "\1\24\0\0\0\20\0\0\0ABCDEFGH01234567" END), FINE, ""},
	{"kind of 17 letters", BYTES(HI "\1\25\0\0\0\21\0\0\0ABCDEFGH012345678" END), BAD,
		"begin: not of 21 bytes"},
	{"kind without letters", BYTES(HI "\1\4\0\0\0\0\0\0\0" END), BAD, "begin: not of 4 bytes"},
	{"kind without letters, one behind", BYTES(HI "\1\5\0\0\0\0\0\0\0A" END), BAD,
		"begin: bytes are left behind the last field"},
	{"kind shorter than its frame", BYTES(HI "\1\10\0\0\0\3\0\0\0DOCX" END), BAD,
		"begin: bytes are left behind the last field"},
	{"kind longer than its frame", BYTES(HI "\1\10\0\0\0\5\0\0\0DOCX" END), BAD,
		"begin: a text stops short"},
	{"kind in small letters", BYTES(HI "\1\10\0\0\0\4\0\0\0DOCx" END), BAD,
		"begin: this is no kind of file"},
	{"kind with a blank", BYTES(HI "\1\10\0\0\0\4\0\0\0DO X" END), BAD,
		"begin: this is no kind of file"},
	{"kind with a letter of ours", BYTES(HI "\1\10\0\0\0\4\0\0\0DO\304\220" END), BAD,
		"begin: this is no kind of file"},
	{"kind with NUL", BYTES(HI "\1\10\0\0\0\4\0\0\0DOC\0" END), BAD,
		"begin: a text is no UTF-8 or holds NUL"},
	/* pages, places, signatures, progress */
	{"sheet", BYTES(START SHEET BODY PLACES(PLACE("\0", "\1", "\0\0")) TEXT END), FINE, ""},
	{"sheet too wide", BYTES(START "\14\16\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0" END), BAD,
		"sheet: a number is out of range"},
	{"sheet half read", BYTES(START SHEET_OF("\2", "\0", "\0\0") END), BAD,
		"sheet: a number is out of range"},
	{"sheet turned and aslant", BYTES(START SHEET_OF("\0", "\3", "\50\43") END), FINE, ""},
	{"sheet turned too far", BYTES(START SHEET_OF("\0", "\4", "\0\0") END), BAD,
		"sheet: a number is out of range"},
	{"sheet too much aslant", BYTES(START SHEET_OF("\0", "\0", "\51\43") END), BAD,
		"sheet: a number is out of range"},
	{"sheet behind a block", BYTES(START BODY TEXT SHEET END), BAD, "sheet: out of place"},
	{"sheet behind a signature", BYTES(START SIGNED SHEET END), BAD, "sheet: out of place"},
	{"note behind a sheet", BYTES(START SHEET NOTE("\0") END), BAD, "note: out of place"},
	{"signature", BYTES(START SIGNED END), FINE, ""},
	{"signature before 1970", BYTES(START SIGNATURE("\200", "\0", "\0", "\0", "\0") END), BAD,
		"signature: a number is out of range"},
	{"signature in a new state", BYTES(START SIGNATURE("\0", "\3", "\0", "\0", "\0") END), BAD,
		"signature: a number is out of range"},
	{"signature trusted anew", BYTES(START SIGNATURE("\0", "\0", "\4", "\0", "\0") END), BAD,
		"signature: a number is out of range"},
	{"place of no paragraph", BYTES(START SHEET BODY PLACES(PLACE("\0", "\1", "\0\0")) END),
		BAD, "end: out of place"},
	{"place of a table", BYTES(START SHEET BODY PLACES(PLACE("\0", "\1", "\0\0")) TABLE CLOSE END),
		BAD, "table: out of place"},
	{"place behind the text", BYTES(START SHEET BODY PLACES(PLACE("\1", "\1", "\0\0")) TEXT END),
		BAD, "paragraph: document out of shape: place"},
	{"place on no page", BYTES(START BODY PLACES(PLACE("\0", "\1", "\0\0")) TEXT END), BAD,
		"paragraph: document out of shape: place"},
	{"place on page 0", BYTES(START SHEET BODY PLACES(PLACE("\0", "\0", "\0\0")) TEXT END), BAD,
		"places: a number is out of range"},
	{"place from right to left", BYTES(START SHEET BODY PLACES(PLACE("\0", "\1", "\0\2")) TEXT END),
		BAD, "paragraph: document out of shape: place"},
	{"half a place", BYTES(START SHEET BODY "\16\32\0\0\0" PLACE("\0", "\1", "\0\0") "\0" TEXT END),
		BAD, "places: bytes are left behind the last field"},
	{"no place", BYTES(START SHEET BODY "\16\0\0\0\0" TEXT END), BAD, "places: not of 0 bytes"},
	{"progress", BYTES(HI PROGRESS("\1", "\3") PROGRESS("\3", "\3") BEGIN END), FINE, ""},
	{"progress that stands", BYTES(HI PROGRESS("\1", "\3") PROGRESS("\1", "\3") BEGIN END), BAD,
		"progress: a number is out of range"},
	{"progress over all", BYTES(HI PROGRESS("\4", "\3") BEGIN END), BAD,
		"progress: a number is out of range"},
	{"progress of another number", BYTES(HI PROGRESS("\1", "\3") PROGRESS("\2", "\4") BEGIN END),
		BAD, "progress: the number of pages has changed"},
	{"progress behind the kind", BYTES(START PROGRESS("\1", "\3") END), BAD,
		"progress: out of place"},
	{"last note", BYTES(START NOTE("\12") END), FINE, ""},
	{"note behind the last", BYTES(START NOTE("\13") END), BAD, "note: a number is out of range"},
	{"last part", BYTES(START PART("\3") TEXT END), FINE, ""},
	{"part behind the last", BYTES(START PART("\4") TEXT END), BAD,
		"part: a number is out of range"},
	{"heading 9", BYTES(START BODY "\5\20\0\0\0\11\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" END), FINE, ""},
	{"heading 10", BYTES(START BODY "\5\20\0\0\0\12\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" END), BAD,
		"paragraph: a number is out of range"},
	{"last align", BYTES(START BODY "\5\20\0\0\0\0\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0" END), FINE, ""},
	{"align behind the last", BYTES(START BODY "\5\20\0\0\0\0\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: a number is out of range"},
	{"bold 2", BYTES(START BODY "\5\20\0\0\0\0\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0" END), BAD,
		"paragraph: a number is out of range"},
	{"boxed 2", BYTES(START BODY "\5\20\0\0\0\0\0\0\2\0\0\0\0\0\0\0\0\0\0\0\0" END), BAD,
		"paragraph: a number is out of range"},
	{"text with NUL", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: a text is no UTF-8 or holds NUL"},
	{"text no UTF-8", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\1\0\0\0\303\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: a text is no UTF-8 or holds NUL"},
	{"text a surrogate",
		BYTES(START BODY "\5\23\0\0\0\0\0\0\0\3\0\0\0\355\240\200\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: a text is no UTF-8 or holds NUL"},
	{"number with NUL", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0" END),
		BAD, "paragraph: a text is no UTF-8 or holds NUL"},
	{"number no UTF-8", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\377\0\0\0\0" END),
		BAD, "paragraph: a text is no UTF-8 or holds NUL"},
	{"style no UTF-8", BYTES(START BODY "\5\21\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\377" END),
		BAD, "paragraph: a text is no UTF-8 or holds NUL"},
	{"cell in the last column",
		BYTES(START BODY TABLE ROW CELL("\377\0", "\1\0", "\1\0\0") CLOSE CLOSE CLOSE END),
		FINE, ""},
	{"cell behind the last column",
		BYTES(START BODY TABLE ROW CELL("\0\1", "\1\0", "\1\0\0") CLOSE CLOSE CLOSE END),
		BAD, "cell: a number is out of range"},
	{"cell over the last column",
		BYTES(START BODY TABLE ROW CELL("\377\0", "\2\0", "\1\0\0") CLOSE CLOSE CLOSE END),
		LARGE, "too large"},
	{"cell of all columns",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\0\1", "\1\0\0") CLOSE CLOSE CLOSE END),
		FINE, ""},
	{"cell of more columns",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\1\1", "\1\0\0") CLOSE CLOSE CLOSE END),
		BAD, "cell: a number is out of range"},
	{"cell of no columns",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\0\0", "\1\0\0") CLOSE CLOSE CLOSE END),
		BAD, "cell: a number is out of range"},
	{"cell of no rows",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\1\0", "\0\0\0") CLOSE CLOSE CLOSE END),
		BAD, "cell: a number is out of range"},
	{"cell of too many rows",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\1\0", "\1\0\2") CLOSE CLOSE CLOSE END),
		BAD, "cell: a number is out of range"},
	{"cell of two rows",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\1\0", "\2\0\0")
				CLOSE CLOSE ROW CLOSE CLOSE END),
		FINE, ""},
	{"cell below its table",
		BYTES(START BODY TABLE ROW CELL("\0\0", "\1\0", "\2\0\0") CLOSE CLOSE CLOSE END),
		BAD, "close: a cell reaches below its table"},
	{"cell below its table from the last row",
		BYTES(START BODY TABLE ROW CLOSE ROW CELL("\0\0", "\1\0", "\2\0\0")
				CLOSE CLOSE CLOSE END),
		BAD, "close: a cell reaches below its table"},
	{"second cell on the first",
		BYTES(START BODY TABLE ROW CELL1 CLOSE CELL1 CLOSE CLOSE CLOSE END), BAD,
		"cell: document out of shape: cell"},
	/* order */
	{"a document twice", BYTES(START BEGIN END), BAD, "begin: out of place"},
	{"nothing begun", BYTES(HI BODY TEXT END), BAD, "part: out of place"},
	{"note before the document", BYTES(HI NOTE("\0") BEGIN END), BAD, "note: out of place"},
	{"notes falling", BYTES(START NOTE("\1") NOTE("\0") END), BAD, "note: a number is out of range"},
	{"note twice", BYTES(START NOTE("\1") NOTE("\1") END), BAD, "note: a number is out of range"},
	{"note behind the last note", BYTES(START NOTE("\4") NOTE("\4") END), BAD,
		"note: a number is out of range"},
	{"note behind a part", BYTES(START BODY TEXT NOTE("\0") END), BAD, "note: out of place"},
	{"two parts", BYTES(START BODY TEXT PART("\2") TEXT END), FINE, ""},
	{"part twice", BYTES(START BODY TEXT BODY TEXT END), BAD, "part: a number is out of range"},
	{"parts falling", BYTES(START PART("\2") TEXT PART("\1") TEXT END), BAD,
		"part: a number is out of range"},
	{"last part twice", BYTES(START PART("\3") TEXT PART("\3") TEXT END), BAD,
		"part: a number is out of range"},
	{"part without blocks", BYTES(START BODY END), BAD, "end: out of place"},
	{"part without blocks before another", BYTES(START BODY PART("\1") TEXT END), BAD,
		"part: out of place"},
	{"part inside a cell", BYTES(START BODY TABLE ROW CELL1 PART("\1") TEXT CLOSE CLOSE CLOSE END),
		BAD, "part: out of place"},
	{"part inside a table", BYTES(START BODY TABLE PART("\1") CLOSE END), BAD, "part: out of place"},
	{"page before a part", BYTES(START PAGE("\1") BODY TEXT END), BAD, "page: out of place"},
	{"page of nothing", BYTES(START BODY TEXT PAGE("\1") END), BAD, "end: out of place"},
	{"page after page", BYTES(START BODY PAGE("\1") PAGE("\2") TEXT END), BAD, "page: out of place"},
	{"page told twice", BYTES(START BODY PAGE("\1") TEXT PAGE("\1") TEXT END), BAD,
		"page: this page has been told"},
	{"page 0 at first", BYTES(START BODY PAGE("\0") TEXT END), BAD, "page: this page has been told"},
	{"page at the end of a cell",
		BYTES(START BODY TABLE ROW CELL1 PAGE("\1") CLOSE CLOSE CLOSE END), BAD,
		"close: out of place"},
	{"page between rows", BYTES(START BODY TABLE PAGE("\1") ROW CLOSE CLOSE END), BAD,
		"page: out of place"},
	{"page between cells", BYTES(START BODY TABLE ROW PAGE("\1") CLOSE CLOSE END), BAD,
		"page: out of place"},
	{"paragraph without a part", BYTES(START TEXT END), BAD, "paragraph: out of place"},
	{"paragraph between rows", BYTES(START BODY TABLE TEXT CLOSE END), BAD,
		"paragraph: out of place"},
	{"paragraph between cells", BYTES(START BODY TABLE ROW TEXT CLOSE CLOSE END), BAD,
		"paragraph: out of place"},
	{"table without a part", BYTES(START TABLE CLOSE END), BAD, "table: out of place"},
	{"table between rows", BYTES(START BODY TABLE TABLE CLOSE CLOSE END), BAD,
		"table: out of place"},
	{"row outside", BYTES(START BODY ROW CLOSE END), BAD, "row: out of place"},
	{"row in a row", BYTES(START BODY TABLE ROW ROW CLOSE CLOSE CLOSE END), BAD,
		"row: out of place"},
	{"cell outside", BYTES(START BODY CELL1 CLOSE END), BAD, "cell: out of place"},
	{"cell without a row", BYTES(START BODY TABLE CELL1 CLOSE CLOSE END), BAD, "cell: out of place"},
	{"cell in a cell", BYTES(START BODY TABLE ROW CELL1 CELL1 CLOSE CLOSE CLOSE CLOSE END), BAD,
		"cell: out of place"},
	{"close of nothing", BYTES(START BODY TEXT CLOSE END), BAD, "close: out of place"},
	{"close of the document", BYTES(START CLOSE END), BAD, "close: out of place"},
	{"table left open", BYTES(START BODY TABLE END), BAD, "end: out of place"},
	{"row left open", BYTES(START BODY TABLE ROW END), BAD, "end: out of place"},
	{"cell left open", BYTES(START BODY TABLE ROW CELL1 TEXT END), BAD, "end: out of place"},
	{"no end", BYTES(START BODY TEXT), BAD, "it stops short"},
	{"end cut", BYTES(START BODY TEXT "\13\0\0\0"), BAD, "it stops short"},
	{"end twice", BYTES(START END END), BAD, "bytes behind its end"},
	{"a byte behind the end", BYTES(START END "\0"), BAD, "bytes behind its end"},
	{"another stream behind the end", BYTES(START END START END), BAD, "bytes behind its end"},
	/* files inside */
	{"member", BYTES(START BODY TEXT MEMBER("\0", "\2\0\0\0") PIECE("ab") END), FINE, ""},
	{"member without bytes", BYTES(START MEMBER("\0", "\0\0\0\0") END), FINE, ""},
	{"member that is not there", BYTES(START MEMBER("\6", "\0\0\0\0") END), FINE, ""},
	{"member in a new state", BYTES(START MEMBER("\7", "\0\0\0\0") END), BAD,
		"member: a number is out of range"},
	{"member that is not there, with bytes", BYTES(START MEMBER("\1", "\2\0\0\0") PIECE("ab") END),
		BAD, "member: a file that is not whole has bytes"},
	{"member of all bytes there may be", BYTES(START MEMBER("\0", "\0\0\0\12")), BAD,
		"it stops short"},
	{"member of one more", BYTES(START MEMBER("\0", "\1\0\0\12")), LARGE,
		"member: its files are too large"},
	{"member of 4 GB", BYTES(START MEMBER("\0", "\377\377\377\377")), LARGE,
		"member: its files are too large"},
	{"member without a name", BYTES(START "\20\12\0\0\0\1\0\0\0\0\0\0\0\0x" END), BAD,
		"member: bytes are left behind the last field"},
	{"member with an escape", BYTES(START "\20\12\0\0\0\1\0\0\0\0\1\0\0\0\33" END), BAD,
		"member: a name holds control characters"},
	{"member without its bytes", BYTES(START MEMBER("\0", "\2\0\0\0") END), BAD,
		"end: out of place"},
	{"member with too few bytes", BYTES(START MEMBER("\0", "\3\0\0\0") PIECE("ab") END), BAD,
		"piece: not what is missing of its file"},
	{"member with too many bytes", BYTES(START MEMBER("\0", "\1\0\0\0") PIECE("ab") END), BAD,
		"piece: not what is missing of its file"},
	{"member in small pieces", BYTES(START MEMBER("\0", "\4\0\0\0") PIECE("ab") PIECE("cd") END),
		BAD, "piece: not what is missing of its file"},
	{"piece of nothing", BYTES(START PIECE("ab") END), BAD, "piece: out of place"},
	{"member within a member", BYTES(START MEMBER("\0", "\2\0\0\0") MEMBER("\1", "\0\0\0\0") END),
		BAD, "member: out of place"},
	{"member before a part", BYTES(START MEMBER("\1", "\0\0\0\0") BODY TEXT END), BAD,
		"part: out of place"},
	{"member in a table", BYTES(START BODY TABLE MEMBER("\1", "\0\0\0\0") CLOSE END), BAD,
		"member: out of place"},
	/* errors, whose own would be DD_ERROR_INTERNAL */
	{"error", BYTES(HI "\12\7\0\0\0\5\2\0\0\0no" END), DD_ERROR_INTERNAL, "no"},
	{"error without words", BYTES(HI "\12\5\0\0\0\5\0\0\0\0" END), DD_ERROR_INTERNAL, ""},
	{"error behind the last", BYTES(HI "\12\7\0\0\0\17\2\0\0\0no" END), BAD,
		"error: a number is out of range"},
	{"error 255", BYTES(HI "\12\7\0\0\0\377\2\0\0\0no" END), BAD, "error: a number is out of range"},
	{"error without an end", BYTES(HI "\12\7\0\0\0\5\2\0\0\0no"), BAD, "it stops short"},
	{"error twice",
		BYTES(HI "\12\7\0\0\0\5\2\0\0\0no"
			 "\12\7\0\0\0\5\2\0\0\0no" END),
		BAD, "error: out of place"},
	{"error before a document", BYTES(HI "\12\7\0\0\0\5\2\0\0\0no" BEGIN END), BAD,
		"begin: out of place"},
	{"error in a document", BYTES(START "\12\7\0\0\0\5\2\0\0\0no" END), BAD, "error: out of place"},
	{"error with NUL", BYTES(HI "\12\7\0\0\0\5\2\0\0\0n\0" END), BAD,
		"error: a text is no UTF-8 or holds NUL"},
	{"error no UTF-8", BYTES(HI "\12\7\0\0\0\5\2\0\0\0n\377" END), BAD,
		"error: a text is no UTF-8 or holds NUL"},
	{"error with an escape", BYTES(HI "\12\7\0\0\0\5\2\0\0\0\33c" END), BAD,
		"error: the message holds control characters"},
	{"error of two lines", BYTES(HI "\12\7\0\0\0\5\2\0\0\0n\n" END), BAD,
		"error: the message holds control characters"},
	{"error with bytes behind", BYTES(HI "\12\10\0\0\0\5\2\0\0\0nox" END), BAD,
		"error: bytes are left behind the last field"},
	{"error longer than its frame", BYTES(HI "\12\7\0\0\0\5\3\0\0\0no" END), BAD,
		"error: a text stops short"},
	{"error frame over its maximum", BYTES(HI "\12\6\4\0\0\5\1\4\0\0"), BAD,
		"error: not of 1030 bytes"},
};

static void
test_streams(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(streams); i++) {
		const Stream *row = &streams[i];
		for (size_t step = 1; step <= 5; step++) {
			g_autoptr(GError) error = NULL;
			g_autoptr(DdDocument) document = dd_wire_decode(
				row->bytes, row->len, step < 5 ? step : SIZE_MAX, &error);
			if (document != NULL) {
				if (row->code != FINE) {
					g_test_message("%s: taken", row->name);
					g_test_fail();
				}
				continue;
			}
			g_assert_nonnull(error);
			if (error->code != row->code || strstr(error->message, row->why) == NULL) {
				g_test_message("%s: %d instead of %d: %s", row->name, error->code,
					row->code, error->message);
				g_test_fail();
			}
		}
	}
}

static void
test_refused_stays_refused(void)
{
	static const char bad[] = START END "x";
	g_autoptr(GError) error = NULL;
	g_autoptr(DdWireDecoder) decoder = dd_wire_decoder_new();
	g_assert_true(dd_wire_decoder_feed(decoder, NULL, 0, NULL));
	g_assert_true(dd_wire_decoder_feed(decoder, bad, sizeof(bad) - 2, NULL));
	g_assert_true(dd_wire_decoder_is_done(decoder));
	g_assert_true(dd_wire_decoder_feed(decoder, NULL, 0, NULL));
	g_assert_false(dd_wire_decoder_feed(decoder, "x", 1, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	g_assert_nonnull(strstr(error->message, "sai quy cách"));
	g_assert_nonnull(strstr(error->message, "malformed"));
	g_clear_error(&error);
	g_assert_false(dd_wire_decoder_is_done(decoder));
	g_assert_false(dd_wire_decoder_feed(decoder, START, sizeof(START) - 1, NULL));
	g_assert_null(dd_wire_decoder_finish(decoder, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

/* Decodes @start, @n times @frame and @end. Returns: the code of the error, FINE without one */
static int
decode_many(const char *start, size_t start_len, size_t n, const char *frame, size_t frame_len,
	const char *end, size_t end_len)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) stream = g_byte_array_new();
	g_byte_array_append(stream, (const guint8 *)start, (guint)start_len);
	for (size_t i = 0; i < n; i++)
		g_byte_array_append(stream, (const guint8 *)frame, (guint)frame_len);
	g_byte_array_append(stream, (const guint8 *)end, (guint)end_len);
	g_autoptr(DdDocument)
		document = dd_wire_decode(stream->data, stream->len, (size_t)64 << 10, &error);
	g_assert_true((document == NULL) == (error != NULL));
	return error != NULL ? error->code : FINE;
}

static void
test_maxima(void)
{
	size_t depth = DD_MAX_TABLE_DEPTH;
	g_assert_cmpint(decode_many(BYTES(START BODY), depth + 1, BYTES(TABLE ROW CELL1), BYTES(END)),
		==, LARGE);
	g_assert_cmpint(decode_many(BYTES(START BODY TABLE), DD_MAX_TABLE_ROWS, BYTES(ROW CLOSE),
				BYTES(CLOSE END)),
		==, FINE);
	g_assert_cmpint(decode_many(BYTES(START BODY TABLE), DD_MAX_TABLE_ROWS + 1,
				BYTES(ROW CLOSE), BYTES(CLOSE END)),
		==, LARGE);
	g_assert_cmpint(decode_many(BYTES(START BODY), DD_MAX_BLOCKS, BYTES(TABLE CLOSE), BYTES(END)),
		==, FINE);
	g_assert_cmpint(
		decode_many(BYTES(START BODY), DD_MAX_BLOCKS + 1, BYTES(TABLE CLOSE), BYTES(END)),
		==, LARGE);
	g_assert_cmpint(decode_many(BYTES(START), DD_MAX_MEMBERS, BYTES(MEMBER("\1", "\0\0\0\0")),
				BYTES(END)),
		==, FINE);
	g_assert_cmpint(decode_many(BYTES(START), DD_MAX_MEMBERS + 1,
				BYTES(MEMBER("\1", "\0\0\0\0")), BYTES(END)),
		==, LARGE);
}

/* A paragraph as long as one may be, fed in pieces; one byte more; more of them than a document may hold */
static void
test_long_paragraphs(void)
{
	const uint32_t most = DD_MAX_PARAGRAPH_BYTES;
	g_autoptr(GByteArray) frame = g_byte_array_new();
	DdPayloadWriter writer = {.bytes = frame};
	g_autofree char *text = g_strnfill(most + 1, 'a');
	for (uint32_t more = 0; more < 2; more++) {
		text[most] = more > 0 ? 'a' : '\0';
		g_byte_array_set_size(frame, 0);
		dd_payload_put_u8(&writer, 5, 5, 5);
		dd_payload_put_u32(&writer, 16 + most + more, 0, G_MAXUINT32);
		dd_payload_put_u32(&writer, 0, 0, 0); /* heading, align, bold, boxed */
		dd_payload_put_string(&writer, text, most + more);
		dd_payload_put_string(&writer, NULL, 0);
		dd_payload_put_string(&writer, NULL, 0);
		g_assert_false(writer.failed);
		const char *bytes = (const char *)frame->data;
		g_assert_cmpint(decode_many(BYTES(START BODY), 1, bytes, frame->len, BYTES(END)),
			==, more > 0 ? LARGE : FINE);
		if (more == 0) {
			size_t n = DD_MAX_DOCUMENT_BYTES / most;
			g_assert_cmpint(
				decode_many(BYTES(START BODY), n, bytes, frame->len, BYTES(END)),
				==, FINE);
			g_assert_cmpint(
				decode_many(BYTES(START BODY), n + 1, bytes, frame->len, BYTES(END)),
				==, LARGE);
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wire-refuse/streams", test_streams);
	g_test_add_func("/wire-refuse/stays-refused", test_refused_stays_refused);
	g_test_add_func("/wire-refuse/maxima", test_maxima);
	g_test_add_func("/wire-refuse/long-paragraphs", test_long_paragraphs);
	return g_test_run();
}
