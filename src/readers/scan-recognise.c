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
#include "scan-missed.h"
#include "scan-short.h"
#include "scan-strokes.h"

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
#define AGAIN_MAX 120  /* lines of a page that are read again: it has some 50 */
#define LETTERS_KEPT                                                                               \
	0.8F /* of a line that is read again: one without its unsure words is no better */
#define SMALL_SHARE 0.55F /* of the size of most words: a smaller one is small */
#define SHORT_LETTERS 4   /* of a line that is read as several of it */
#define SHORT_HEIGHTS 4   /* its width, in heights */
#define SHORT_POINTS 33   /* its height, with the margin around it; a picture is higher */
#define ALIKE_LEAST 50    /* confidence of the surest of several that are alike */
#define BASE_POINTS 1.5F  /* from the base line of letters to the edge of their frame */
#define SIDE_LEAST 16     /* pixels of a cell that can hold a letter */
#define INK 160           /* a darker pixel is ink */
#define INK_LEAST 25      /* pixels of it in the smallest sign */
#define PAPER 255
#define SURE 75           /* confidence of words that are most likely right */
#define SURE_PERCENT 60   /* of the letters of a page that stands upright */
#define LONG_WORD 3       /* letters of one that is wider than high */
#define JUDGED_LETTERS 40 /* fewer may be all that is seen of a page that lies on its side */

struct _DdScanReader {
	TessBaseAPI *api;
	unsigned upright,
		aside; /* words of the page at hand, as Tesseract found them: it reads what lies on its side, too */
	unsigned again; /* lines of it that were read again */
	GArray *shorts; /* guint: its words that are alone on their lines */
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
	self->shorts = g_array_new(FALSE, FALSE, sizeof(guint));
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
	g_array_unref(self->shorts);
	g_free(self);
}

/* A word as Tesseract saw it */
typedef struct {
	char *text;
	int left, top, right, bottom; /* pixels */
	float base;                   /* of its line, where it stands */
	uint8_t confidence;
} Word;

static void
word_clear(gpointer data)
{
	Word *word = data;
	g_free(word->text);
}

static bool
take_word(TessResultIterator *at, Word *word_out)
{
	const TessPageIterator *page = TessResultIteratorGetPageIteratorConst(at);
	int left, top, right, bottom, x1, y1, x2, y2;
	char *of_tesseract = TessResultIteratorGetUTF8Text(at, RIL_WORD);
	g_autofree char *text = g_strdup(of_tesseract);
	TessDeleteText(of_tesseract);
	if (text != NULL)
		g_strstrip(text);
	if (text == NULL || text[0] == '\0' || strlen(text) > WORD_BYTES_MAX ||
		!g_utf8_validate(text, -1, NULL) ||
		!TessPageIteratorBoundingBox(page, RIL_WORD, &left, &top, &right, &bottom))
		return false;
	float confidence = TessResultIteratorConfidence(at, RIL_WORD);
	*word_out = (Word){g_steal_pointer(&text), left, top, right, bottom, (float)bottom,
		(uint8_t)CLAMP(confidence, 0, 100)};
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

/* Where a line stands: the middle one of its words' base lines */
static float
find_base(const GArray *words)
{
	g_autoptr(GArray) bases = g_array_new(FALSE, FALSE, sizeof(float));
	for (guint i = 0; i < words->len; i++)
		g_array_append_val(bases, g_array_index(words, Word, i).base);
	g_array_sort(bases, compare_heights);
	return g_array_index(bases, float, bases->len / 2);
}

/*
 * Adds the words of one line. @first: the line as it was read first, when @words were read alone: then they may be as high as
 * their frame, and where they stand is not seen; NULL they are the first
 */
static void
add_line(DdScanReader *self, const DdScanSheet *sheet, const GArray *words, const GArray *first,
	DdPageContent *content)
{
	float points = POINTS_AN_INCH / sheet->dpi;
	float size = words->len > 0 ? find_size(words) : 0;
	float first_size = first != NULL ? find_size(first) : 0;
	bool is_high = first != NULL && first_size < size;
	float line_base = is_high ? find_base(first) : 0;
	if (is_high)
		size = first_size;
	for (guint i = 0; i < words->len; i++) {
		const Word *word = &g_array_index(words, Word, i);
		if (is_stroke(word, size))
			continue;
		if (words->len == 1)
			g_array_append_val(self->shorts, content->words->len);
		const DdScanFrame frame = {
			word->left, word->top, word->right - word->left, word->bottom - word->top};
		g_autofree char *counted = dd_scan_count_strokes(sheet->grey, &frame, word->text);
		float height = CLAMP(size * points, SIZE_LEAST, SIZE_MOST),
		      base = (is_high ? line_base : word->base) * points;
		const DdPageWord page_word = {.text = counted != NULL ? counted : mend(word->text),
			.left = (float)word->left * points,
			.right = (float)word->right * points,
			.top = base - ABOVE_SHARE * height,
			.bottom = base + BELOW_SHARE * height,
			.size = height,
			.confidence = word->confidence};
		dd_page_content_add_word(content, &page_word);
	}
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

static void
set_image(DdScanReader *self, PIX *image, float dpi)
{
	TessBaseAPISetImage2(self->api, image);
	TessBaseAPISetSourceResolution(self->api, (int)lroundf(dpi));
}

static void
free_line(gpointer line)
{
	g_array_unref(line);
}

static GArray *
new_line(void)
{
	GArray *line = g_array_new(FALSE, FALSE, sizeof(Word));
	g_array_set_clear_func(line, word_clear);
	return line;
}

/* Recognises @frame of the image that was set. Returns: (transfer full) GArray of Word for each line */
static GPtrArray *
read_frame(DdScanReader *self, const DdScanFrame *frame, TessPageSegMode mode)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(free_line);
	TessBaseAPISetPageSegMode(self->api, mode);
	TessBaseAPISetRectangle(self->api, frame->left, frame->top, frame->width, frame->height);
	if (TessBaseAPIRecognize(self->api, NULL) != 0)
		return lines;
	TessResultIterator *at = TessBaseAPIGetIterator(self->api);
	for (bool more = at != NULL; more; more = TessResultIteratorNext(at, RIL_WORD)) {
		const TessPageIterator *page = TessResultIteratorGetPageIteratorConst(at);
		Word word;
		if (lines->len == 0 || TessPageIteratorIsAtBeginningOf(page, RIL_TEXTLINE))
			g_ptr_array_add(lines, new_line());
		if (take_word(at, &word))
			g_array_append_val((GArray *)lines->pdata[lines->len - 1], word);
	}
	if (at != NULL)
		TessResultIteratorDelete(at);
	return lines;
}

/* How sure the words of a line are, by their letters. Returns: the mean; 0 without letters */
static float
judge_line(const GArray *line, size_t *letters_out)
{
	size_t letters = 0, sum = 0;
	for (guint i = 0; i < line->len; i++) {
		const Word *word = &g_array_index(line, Word, i);
		size_t n = (size_t)g_utf8_strlen(word->text, -1);
		letters += n;
		sum += n * word->confidence;
	}
	*letters_out = letters;
	return letters > 0 ? (float)sum / (float)letters : 0;
}

static bool
is_sure(const GArray *line)
{
	for (guint i = 0; i < line->len; i++)
		if (g_array_index(line, Word, i).confidence < SURE)
			return false;
	return true;
}

/* Returns: the frame of a line with @margin around it, within @part */
static DdScanFrame
frame_line(const GArray *line, int margin, const DdScanFrame *part)
{
	const Word *first = &g_array_index(line, Word, 0);
	int left = first->left, top = first->top, right = first->right, bottom = first->bottom;
	for (guint i = 1; i < line->len; i++) {
		const Word *word = &g_array_index(line, Word, i);
		left = MIN(left, word->left);
		top = MIN(top, word->top);
		right = MAX(right, word->right);
		bottom = MAX(bottom, word->bottom);
	}
	left = MAX(left - margin, part->left);
	top = MAX(top - margin, part->top);
	right = MIN(right + margin, part->left + part->width);
	bottom = MIN(bottom + margin, part->top + part->height);
	return (DdScanFrame){left, top, MAX(right - left, 0), MAX(bottom - top, 0)};
}

/* Would a Roman number at the beginning of a line become digits? They look alike, and digits are what is surer. */
static bool
loses_roman(const GArray *line, const GArray *again)
{
	const char *before = g_array_index(line, Word, 0).text;
	const char *after = g_array_index(again, Word, 0).text;
	return strspn(before, "IVX") > 0 && strspn(before, "IVX.") == strlen(before) &&
	       g_ascii_isdigit(after[0]);
}

/* Returns: the confidence of the surest of @lines' words that are @text, or of the only word, of which @text is a part */
static uint8_t
find_surest(const GPtrArray *lines, const char *text, bool is_only)
{
	uint8_t surest = 0;
	for (guint i = 0; i < lines->len; i++) {
		const GArray *words = lines->pdata[i];
		for (guint k = 0; k < words->len; k++) {
			const Word *word = &g_array_index(words, Word, k);
			if (is_only || strcmp(word->text, text) == 0)
				surest = MAX(surest, word->confidence);
		}
	}
	return surest;
}

/*
 * Makes @line the one word that stands in @frame, when several copies of it are read alike. Returns: FALSE when they are not, or when
 * @frame is too large to hold a short word
 */
static bool
read_short(DdScanReader *self, const DdScanSheet *sheet, const DdScanFrame *frame, GArray *line)
{
	if (frame->width >= SHORT_HEIGHTS * frame->height ||
		(float)frame->height * POINTS_AN_INCH > SHORT_POINTS * sheet->dpi)
		return false;
	g_autoptr(PIX) copies = dd_scan_repeat(sheet->grey, frame);
	if (copies == NULL)
		return false;
	set_image(self, copies, sheet->dpi);
	const DdScanFrame all = {0, 0, pixGetWidth(copies), pixGetHeight(copies)};
	g_autoptr(GPtrArray) lines = read_frame(self, &all, PSM_RAW_LINE);
	set_image(self, sheet->grey, sheet->dpi);
	g_autoptr(GArray) texts = g_array_new(FALSE, FALSE, sizeof(char *));
	for (guint i = 0; i < lines->len; i++) {
		const GArray *words = lines->pdata[i];
		for (guint k = 0; k < words->len; k++)
			g_array_append_val(texts, g_array_index(words, Word, k).text);
	}
	g_autofree char *text = dd_scan_elect(texts);
	uint8_t confidence = text != NULL ? find_surest(lines, text, texts->len == 1) : 0;
	if (confidence < ALIKE_LEAST)
		return false;
	/* as large as @frame; the letters stand above the margin at its bottom */
	int right = frame->left + frame->width, bottom = frame->top + frame->height;
	g_array_set_size(line, 0);
	const Word word = {g_steal_pointer(&text), frame->left, frame->top, right, bottom,
		(float)bottom - BASE_POINTS * sheet->dpi / POINTS_AN_INCH, confidence};
	g_array_append_val(line, word);
	return true;
}

/*
 * Among other lines a line may be cut too narrow or too wide, and its letters misread: one of which a word is unsure is read again by
 * itself, and the surer reading counts; several copies of a word that are read alike count whatever was read before, for that they are
 * alike says more than how sure one was. Returns: (transfer full) NULL when nothing is better
 */
static GArray *
look_again(DdScanReader *self, const DdScanSheet *sheet, const DdScanFrame *part, const GArray *line)
{
	static const struct {
		float margin; /* points */
		TessPageSegMode mode;
	} ways[] = {{1, PSM_SINGLE_LINE}, {2.4F, PSM_RAW_LINE}};
	size_t letters_least, letters;
	GArray *best = NULL;
	float most = judge_line(line, &letters_least);
	if (line->len == 1 && letters_least <= SHORT_LETTERS) {
		int margin = (int)lroundf(BASE_POINTS * sheet->dpi / POINTS_AN_INCH);
		const DdScanFrame frame = frame_line(line, margin, part);
		g_autoptr(GArray) alone = new_line();
		if (read_short(self, sheet, &frame, alone) && !loses_roman(line, alone))
			return g_steal_pointer(&alone);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(ways) && (best == NULL || !is_sure(best)); i++) {
		int margin = (int)lroundf(ways[i].margin * sheet->dpi / POINTS_AN_INCH);
		const DdScanFrame frame = frame_line(line, margin, part);
		if (frame.width < SIDE_LEAST || frame.height < SIDE_LEAST)
			continue;
		g_autoptr(GPtrArray) lines = read_frame(self, &frame, ways[i].mode);
		if (lines->len != 1)
			continue;
		float sure = judge_line(lines->pdata[0], &letters);
		if (sure <= most ||
			(LETTERS_KEPT * (float)letters_least > (float)letters &&
				letters_least > letters + 1) ||
			loses_roman(line, lines->pdata[0]))
			continue;
		most = sure;
		if (best != NULL)
			g_array_unref(best);
		best = g_array_ref(lines->pdata[0]);
	}
	return best;
}

/* Recognises a part of the page. */
static void
take_words(DdScanReader *self, const DdScanSheet *sheet, const DdScanFrame *part,
	TessPageSegMode mode, DdPageContent *content)
{
	g_autoptr(GPtrArray) lines = read_frame(self, part, mode);
	for (guint i = 0; i < lines->len; i++) {
		const GArray *line = lines->pdata[i];
		for (guint k = 0; k < line->len; k++)
			vote(self, &g_array_index(line, Word, k));
		GArray *better = NULL;
		if (!is_sure(line) && self->again < AGAIN_MAX) {
			self->again++;
			better = look_again(self, sheet, part, line);
		}
		add_line(self, sheet, better != NULL ? better : line, better != NULL ? line : NULL,
			content);
		if (better != NULL)
			g_array_unref(better);
	}
}

/* Recognises ink in which no word was seen: short lines by themselves, as a number above a paragraph, are passed over in a page. */
static void
take_missed(DdScanReader *self, const DdScanSheet *sheet, DdPageContent *content)
{
	g_autoptr(GArray) frames = dd_scan_find_missed(sheet->grey, sheet->dpi, content);
	for (guint i = 0; i < frames->len && self->again < AGAIN_MAX; i++) {
		const DdScanFrame *frame = &g_array_index(frames, DdScanFrame, i);
		size_t letters;
		self->again++;
		g_autoptr(GArray) alone = new_line();
		if (read_short(self, sheet, frame, alone)) {
			add_line(self, sheet, alone, NULL, content);
			continue;
		}
		g_autoptr(GPtrArray) lines = read_frame(self, frame, PSM_SINGLE_LINE);
		if (lines->len != 1 || judge_line(lines->pdata[0], &letters) < SURE)
			continue;
		add_line(self, sheet, lines->pdata[0], NULL, content);
	}
}

/* Returns: the frame between four places in points, within the sheet; its width or height is 0 when nothing is left */
static DdScanFrame
make_frame(const DdScanSheet *sheet, float left, float top, float right, float bottom)
{
	float pixels = sheet->dpi / POINTS_AN_INCH;
	float width = (float)pixGetWidth(sheet->grey), height = (float)pixGetHeight(sheet->grey);
	int x = (int)CLAMP(left * pixels, 0, width), y = (int)CLAMP(top * pixels, 0, height);
	int x_end = (int)CLAMP(right * pixels, 0, width),
	    y_end = (int)CLAMP(bottom * pixels, 0, height);
	return (DdScanFrame){x, y, MAX(x_end - x, 0), MAX(y_end - y, 0)};
}

static bool
has_ink(const DdScanSheet *sheet, const DdScanFrame *frame)
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
blank(const DdScanSheet *sheet, const DdScanFrame *frame)
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
	for (guint i = 0; i < grid->cells->len; i++) {
		const DdLayoutCell *cell = grid->cells->pdata[i];
		float top = g_array_index(grid->row_edges, float, cell->row);
		float bottom = g_array_index(grid->row_edges, float, cell->row + cell->rows);
		const DdScanFrame frame = make_frame(sheet, cell->left + CELL_EDGE, top + CELL_EDGE,
			cell->right - CELL_EDGE, bottom - CELL_EDGE);
		if (frame.width < SIDE_LEAST || frame.height < SIDE_LEAST || !has_ink(sheet, &frame))
			continue;
		guint before = content->words->len;
		take_words(self, sheet, &frame, PSM_SINGLE_BLOCK, content);
		/* a letter or two in a large cell */
		if (content->words->len == before)
			take_words(self, sheet, &frame, PSM_SINGLE_LINE, content);
	}
}

/* Without a tall letter a word alone on its line ("-nt-") looks smaller than it is: as large as most words are is what it is then. */
static void
level_sizes(const DdScanReader *self, DdPageContent *content)
{
	g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(float));
	for (guint i = 0; i < content->words->len; i++)
		g_array_append_val(sizes, g_array_index(content->words, DdPageWord, i).size);
	g_array_sort(sizes, compare_heights);
	for (guint i = 0; i < self->shorts->len; i++) {
		DdPageWord *word = &g_array_index(
			content->words, DdPageWord, g_array_index(self->shorts, guint, i));
		float size = g_array_index(sizes, float, sizes->len / 2);
		float base = word->bottom - BELOW_SHARE * word->size;
		if (word->size >= size || word->size < SMALL_SHARE * size)
			continue;
		word->size = size;
		word->top = base - ABOVE_SHARE * size;
		word->bottom = base + BELOW_SHARE * size;
	}
}

/* Recognises the tables, makes paper of them, and recognises what is left. */
static void
recognise_sheet(DdScanReader *self, const DdScanSheet *sheet, DdPageContent *content)
{
	g_autoptr(GPtrArray) grids = dd_layout_find_grids(content);
	const DdScanFrame page = {0, 0, pixGetWidth(sheet->grey), pixGetHeight(sheet->grey)};
	self->upright = self->aside = self->again = 0;
	g_array_set_size(self->shorts, 0);
	set_image(self, sheet->grey, sheet->dpi);
	for (guint i = 0; i < grids->len; i++)
		if (is_table(sheet, grids->pdata[i]))
			recognise_table(self, sheet, grids->pdata[i], content);
	for (guint i = 0; i < grids->len; i++) {
		const DdLayoutGrid *grid = grids->pdata[i];
		const DdScanFrame frame = make_frame(
			sheet, grid->left, grid->top, grid->right, grid->bottom);
		if (is_table(sheet, grid))
			blank(sheet, &frame);
	}
	if (has_ink(sheet, &page)) {
		set_image(self, sheet->grey, sheet->dpi);
		take_words(self, sheet, &page, PSM_AUTO, content);
		take_missed(self, sheet, content);
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
	content->turned = sheet->turned;
	content->skew = sheet->skew;
	g_autoptr(GArray) rules = dd_scan_take_rules(sheet->grey, sheet->dpi);
	g_array_append_vals(content->rules, rules->data, rules->len);
	recognise_sheet(self, sheet, content);
	level_sizes(self, content);
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
