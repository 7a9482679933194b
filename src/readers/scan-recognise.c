/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-recognise.c: a clean sheet through Tesseract, its words with boxes and confidences */
#include "scan-recognise.h"

#include <math.h>
#include <string.h>
#include <tesseract/capi.h>
#include <unistd.h>

#include "error.h"
#include "layout-private.h"
#include "scan-clean.h"
#include "scan-lines.h"

#define LANGUAGE "vie"
#define POINTS_AN_INCH 72.0F
/* of a word's height that is the size of its font: most have marks above or tails below */
#define SIZE_SHARE 1.08F
#define SIZE_LEAST 5.0F
#define SIZE_MOST 40.0F
#define ABOVE_SHARE 0.86F /* of the size that stands above the base line */
#define BELOW_SHARE 0.24F
#define WORD_BYTES_MAX 400
#define READ_LEAST 40       /* confidence of a word that is one */
#define STROKE_CONFIDENCE 8 /* of what is none, whatever it looks like */
#define STROKE_LETTERS 2
#define CELL_EDGE 1.2F /* points between a ruling line and what stands in its cell */
#define SIDE_LEAST 16  /* pixels of a cell that can hold a letter */
#define INK 160        /* a darker pixel is ink */
#define INK_LEAST 25   /* pixels of it in the smallest sign */
#define PAPER 255
#define SURE 75           /* confidence of words that are most likely right */
#define SURE_PERCENT 60   /* of the letters of a page that stands upright */
#define LONG_WORD 3       /* letters of one that is wider than high */
#define JUDGED_LETTERS 40 /* fewer may be all that is seen of a page that lies on its side */

struct _DdScanReader {
	TessBaseAPI *api;
	unsigned upright,
		aside; /* words of the page at hand, as Tesseract found them: it reads what lies on its side, too */
};

/* Where the language lies: where the environment says, or where Debian has it */
static const char *
find_folder(void)
{
	const char *told = g_getenv("TESSDATA_PREFIX");
	const char *const folders[] = {
		told, "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"};
	for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
		if (folders[i] == NULL)
			continue;
		g_autofree char *path = g_build_filename(folders[i], LANGUAGE ".traineddata", NULL);
		if (access(path, R_OK) == 0)
			return folders[i];
	}
	return NULL;
}

DdScanReader *
dd_scan_reader_new(GError **error)
{
	const char *folder = find_folder();
	g_autoptr(DdScanReader) self = g_new0(DdScanReader, 1);
	self->api = TessBaseAPICreate();
	if (folder == NULL || TessBaseAPIInit2(self->api, folder, LANGUAGE, OEM_LSTM_ONLY) != 0) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"chưa nhận dạng được chữ trên ảnh: thiếu dữ liệu tiếng Việt; hãy cài gói "
			"tesseract-ocr-vie (no recognition of images: install the package "
			"tesseract-ocr-vie)");
		return NULL;
	}
	/* white letters on black are none of a plan's, and looking for them costs a third */
	TessBaseAPISetVariable(self->api, "tessedit_do_invert", "0");
	return g_steal_pointer(&self);
}

void
dd_scan_reader_free(DdScanReader *self)
{
	if (self == NULL)
		return;
	TessBaseAPIDelete(self->api);
	g_free(self);
}

/* A word as Tesseract saw it */
typedef struct {
	char *text;                   /* of Tesseract */
	int left, top, right, bottom; /* pixels */
	float base;                   /* of its line, where it stands */
	uint8_t confidence;
} Word;

static void
word_clear(gpointer data)
{
	Word *word = data;
	TessDeleteText(word->text);
}

static bool
take_word(TessResultIterator *at, Word *word_out)
{
	const TessPageIterator *page = TessResultIteratorGetPageIteratorConst(at);
	int left, top, right, bottom, x1, y1, x2, y2;
	char *text = TessResultIteratorGetUTF8Text(at, RIL_WORD);
	if (text != NULL)
		g_strstrip(text);
	if (text == NULL || text[0] == '\0' || strlen(text) > WORD_BYTES_MAX ||
		!g_utf8_validate(text, -1, NULL) ||
		!TessPageIteratorBoundingBox(page, RIL_WORD, &left, &top, &right, &bottom)) {
		TessDeleteText(text);
		return false;
	}
	float confidence = TessResultIteratorConfidence(at, RIL_WORD);
	*word_out = (Word){
		text, left, top, right, bottom, (float)bottom, (uint8_t)CLAMP(confidence, 0, 100)};
	if (TessPageIteratorBaseline(page, RIL_WORD, &x1, &y1, &x2, &y2))
		word_out->base = (float)(y1 + y2) / 2;
	return true;
}

static int
compare_heights(gconstpointer a, gconstpointer b)
{
	const float *one = a, *two = b;
	return *one < *two ? -1 : *one > *two;
}

/* How large the letters of a line are: what a quarter of its words reach, for a stroke of a pen may be one of them. */
static float
find_size(const GArray *words)
{
	g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(float));
	for (guint i = 0; i < words->len; i++) {
		const Word *word = &g_array_index(words, Word, i);
		float height = (float)(word->bottom - word->top);
		/* dashes and points are less high than letters */
		if (word->confidence >= READ_LEAST && g_utf8_strlen(word->text, -1) > 1)
			g_array_append_val(heights, height);
	}
	if (heights->len == 0) {
		const Word *first = &g_array_index(words, Word, 0);
		return (float)MAX(first->bottom - first->top, first->right - first->left) * SIZE_SHARE;
	}
	g_array_sort(heights, compare_heights);
	return g_array_index(heights, float, heights->len * 3 / 4) * SIZE_SHARE;
}

/* Strokes, dust and what is left of a seal: far higher than the line, or hardly a letter. */
static bool
is_stroke(const Word *word, float size)
{
	float height = (float)(word->bottom - word->top);
	bool is_short = g_utf8_strlen(word->text, -1) <= STROKE_LETTERS;
	return word->confidence < STROKE_CONFIDENCE ||
	       (word->confidence < READ_LEAST &&
		       (height > 2 * size || (is_short && height < size / 4)));
}

/* A letter that no Vietnamese word has, before a bracket: "g)" in italics */
static const char *
mend(const char *text)
{
	return strcmp(text, "ø)") == 0 ? "g)" : text;
}

/* Adds the words of one line, and forgets them. */
static void
end_line(GArray *words, float points, DdPageContent *content)
{
	float size = words->len > 0 ? find_size(words) : 0;
	for (guint i = 0; i < words->len; i++) {
		const Word *word = &g_array_index(words, Word, i);
		if (is_stroke(word, size))
			continue;
		float height = CLAMP(size * points, SIZE_LEAST, SIZE_MOST), base = word->base * points;
		const DdPageWord page_word = {.text = mend(word->text),
			.left = (float)word->left * points,
			.right = (float)word->right * points,
			.top = base - ABOVE_SHARE * height,
			.bottom = base + BELOW_SHARE * height,
			.size = height,
			.confidence = word->confidence};
		dd_page_content_add_word(content, &page_word);
	}
	g_array_set_size(words, 0);
}

/* Words that are higher than wide lie on their side. */
static void
vote(DdScanReader *self, const Word *word)
{
	if (g_utf8_strlen(word->text, -1) < LONG_WORD)
		return;
	if (word->bottom - word->top > word->right - word->left)
		self->aside++;
	else
		self->upright++;
}

/* Recognises the part of the page that was set. */
static void
take_words(DdScanReader *self, float points, DdPageContent *content)
{
	if (TessBaseAPIRecognize(self->api, NULL) != 0)
		return;
	TessResultIterator *at = TessBaseAPIGetIterator(self->api);
	g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Word));
	g_array_set_clear_func(words, word_clear);
	bool more = at != NULL;
	while (more) {
		const TessPageIterator *page = TessResultIteratorGetPageIteratorConst(at);
		Word word;
		if (TessPageIteratorIsAtBeginningOf(page, RIL_TEXTLINE))
			end_line(words, points, content);
		if (take_word(at, &word)) {
			g_array_append_val(words, word);
			vote(self, &word);
		}
		more = TessResultIteratorNext(at, RIL_WORD);
	}
	end_line(words, points, content);
	if (at != NULL)
		TessResultIteratorDelete(at);
}

/* A part of the sheet in pixels */
typedef struct {
	int left, top, width, height;
} Frame;

/* Returns: the frame between four places in points, within the sheet; its width or height is 0 when nothing is left */
static Frame
make_frame(const DdScanSheet *sheet, float left, float top, float right, float bottom)
{
	float pixels = sheet->dpi / POINTS_AN_INCH;
	float width = (float)pixGetWidth(sheet->grey), height = (float)pixGetHeight(sheet->grey);
	int x = (int)CLAMP(left * pixels, 0, width), y = (int)CLAMP(top * pixels, 0, height);
	int x_end = (int)CLAMP(right * pixels, 0, width),
	    y_end = (int)CLAMP(bottom * pixels, 0, height);
	return (Frame){x, y, MAX(x_end - x, 0), MAX(y_end - y, 0)};
}

static bool
has_ink(const DdScanSheet *sheet, const Frame *frame)
{
	unsigned n = 0;
	for (int y = frame->top; y < frame->top + frame->height && n < INK_LEAST; y++) {
		l_uint32 *line = pixGetData(sheet->grey) + (size_t)y * (size_t)pixGetWpl(sheet->grey);
		for (int x = frame->left; x < frame->left + frame->width; x++)
			n += (GET_DATA_BYTE(line, x)) < INK;
	}
	return n >= INK_LEAST;
}

static void
blank(const DdScanSheet *sheet, const Frame *frame)
{
	BOX *box = boxCreate(frame->left, frame->top, frame->width, frame->height);
	pixSetInRectArbitrary(sheet->grey, box, PAPER);
	boxDestroy(&box);
}

static bool
is_table(const DdScanSheet *sheet, const DdLayoutGrid *grid)
{
	float height = (float)pixGetHeight(sheet->grey) * POINTS_AN_INCH / sheet->dpi;
	/* a frame around the page is none */
	return grid->cells->len > 1 || grid->bottom - grid->top < height / 2;
}

/* Recognises each cell by itself: in the whole of a page lines of neighbours would be read as one. */
static void
recognise_table(DdScanReader *self, const DdScanSheet *sheet, const DdLayoutGrid *grid,
	DdPageContent *content)
{
	TessBaseAPISetPageSegMode(self->api, PSM_SINGLE_BLOCK);
	for (guint i = 0; i < grid->cells->len; i++) {
		const DdLayoutCell *cell = grid->cells->pdata[i];
		float top = g_array_index(grid->row_edges, float, cell->row);
		float bottom = g_array_index(grid->row_edges, float, cell->row + cell->rows);
		const Frame frame = make_frame(sheet, cell->left + CELL_EDGE, top + CELL_EDGE,
			cell->right - CELL_EDGE, bottom - CELL_EDGE);
		if (frame.width < SIDE_LEAST || frame.height < SIDE_LEAST || !has_ink(sheet, &frame))
			continue;
		TessBaseAPISetRectangle(self->api, frame.left, frame.top, frame.width, frame.height);
		take_words(self, POINTS_AN_INCH / sheet->dpi, content);
	}
}

/* Recognises the tables, makes paper of them, and recognises what is left. */
static void
recognise_sheet(DdScanReader *self, const DdScanSheet *sheet, DdPageContent *content)
{
	g_autoptr(GPtrArray) grids = dd_layout_find_grids(content);
	const Frame page = {0, 0, pixGetWidth(sheet->grey), pixGetHeight(sheet->grey)};
	int dpi = (int)lroundf(sheet->dpi);
	self->upright = self->aside = 0;
	TessBaseAPISetImage2(self->api, sheet->grey);
	TessBaseAPISetSourceResolution(self->api, dpi);
	for (guint i = 0; i < grids->len; i++)
		if (is_table(sheet, grids->pdata[i]))
			recognise_table(self, sheet, grids->pdata[i], content);
	for (guint i = 0; i < grids->len; i++) {
		const DdLayoutGrid *grid = grids->pdata[i];
		const Frame frame = make_frame(sheet, grid->left, grid->top, grid->right, grid->bottom);
		if (is_table(sheet, grid))
			blank(sheet, &frame);
	}
	if (has_ink(sheet, &page)) {
		TessBaseAPISetPageSegMode(self->api, PSM_AUTO);
		TessBaseAPISetImage2(self->api, sheet->grey);
		TessBaseAPISetSourceResolution(self->api, dpi);
		take_words(self, POINTS_AN_INCH / sheet->dpi, content);
	}
	TessBaseAPIClear(self->api);
}

/* How well the page that was read last was: letters of words that are sure */
static size_t
judge(const DdScanReader *self, const DdPageContent *content, size_t *letters_out)
{
	size_t sure = 0, letters = 0;
	*letters_out = 0;
	if (self->aside > self->upright)
		return 0;
	for (guint i = 0; i < content->words->len; i++) {
		const DdPageWord *word = &g_array_index(content->words, DdPageWord, i);
		size_t n = (size_t)g_utf8_strlen(word->text, -1);
		letters += n;
		sure += word->confidence >= SURE ? n : 0;
	}
	*letters_out = letters;
	return sure;
}

static DdPageContent *
recognise_upright(DdScanReader *self, DdScanSheet *sheet)
{
	float points = POINTS_AN_INCH / sheet->dpi;
	DdPageContent *content = dd_page_content_new((float)pixGetWidth(sheet->grey) * points,
		(float)pixGetHeight(sheet->grey) * points);
	content->recognised = true;
	g_autoptr(GArray) rules = dd_scan_take_rules(sheet->grey, sheet->dpi);
	g_array_append_vals(content->rules, rules->data, rules->len);
	recognise_sheet(self, sheet, content);
	return content;
}

/*
 * Letters that nobody can read may stand on their head or lie on their side: the page is read in each of the other ways, and the way in
 * which most is sure wins. Seldom, for it costs four times as much.
 */
static DdPageContent *
turn_and_try(DdScanReader *self, const DdScanSheet *sheet, DdPageContent *first, size_t sure_before)
{
	size_t letters, best = sure_before;
	DdPageContent *content = first;
	for (int quarters = 1; quarters < 4; quarters++) {
		g_autoptr(DdScanSheet) turned = dd_scan_sheet_turn(sheet, quarters);
		if (turned == NULL)
			continue;
		DdPageContent *other = recognise_upright(self, turned);
		size_t sure = judge(self, other, &letters);
		if (sure > best) {
			best = sure;
			dd_page_content_free(content);
			content = g_steal_pointer(&other);
		}
		dd_page_content_free(other);
	}
	return content;
}

DdPageContent *
dd_scan_recognise(DdScanReader *self, DdPageImage *image)
{
	g_autoptr(DdScanSheet) sheet = dd_scan_clean(image);
	if (sheet == NULL) {
		float points = POINTS_AN_INCH / image->dpi;
		return dd_page_content_new((float)image->width * points, (float)image->height * points);
	}
	DdPageContent *content = recognise_upright(self, sheet);
	size_t letters, sure = judge(self, content, &letters);
	if (sheet->slanted == NULL ||
		(letters >= JUDGED_LETTERS && 100 * sure >= letters * SURE_PERCENT))
		return content;
	return turn_and_try(self, sheet, content, sure);
}
