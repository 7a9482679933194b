/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-pool.c: two queues between who draws pages and who recognises them */
#include "scan-pool.h"

#include "error.h"
#include "maxima.h"
#include "scan-recognise.h"

#define PIXELS_AHEAD                                                                               \
	(24u << 20) /* of pages drawn and not yet recognised, before another is drawn: two sheets of A4, and a bit */

struct _DdScanPool {
	GPtrArray *readers; /* DdScanReader, one for each thread */
	GPtrArray *threads; /* GThread */
	GAsyncQueue *todo, *done;
};

/* A page on its way there and back */
typedef struct {
	uint32_t i;
	uint64_t pixels;
	bool is_end; /* none; the thread ends */
	DdPageImage image;
	DdPageContent *content;
} Page;

typedef struct {
	DdScanPool *pool;
	DdScanReader *reader;
} Worker;

static void
page_free(gpointer data)
{
	Page *page = data;
	g_free(page->image.pixels);
	dd_page_content_free(page->content);
	g_free(page);
}

static void
reader_free(gpointer reader)
{
	dd_scan_reader_free(reader);
}

DdScanPool *
dd_scan_pool_new(GError **error)
{
	g_autoptr(DdScanPool) self = g_new0(DdScanPool, 1);
	self->readers = g_ptr_array_new_with_free_func(reader_free);
	self->threads = g_ptr_array_new();
	self->todo = g_async_queue_new_full(page_free);
	self->done = g_async_queue_new_full(page_free);
	guint n = CLAMP(g_get_num_processors(), 1, DD_MAX_RECOGNISER_THREADS);
	for (guint i = 0; i < n; i++) {
		DdScanReader *reader = dd_scan_reader_new(error);
		if (reader == NULL)
			return NULL;
		g_ptr_array_add(self->readers, reader);
	}
	return g_steal_pointer(&self);
}

static gpointer
work(gpointer data)
{
	g_autofree Worker *self = data;
	/* the page that says that this thread runs, with what malloc does at its first call behind it */
	g_async_queue_push(self->pool->done, g_new0(Page, 1));
	for (;;) {
		Page *page = g_async_queue_pop(self->pool->todo);
		if (page->is_end) {
			page_free(page);
			return NULL;
		}
		page->content = dd_scan_recognise(self->reader, &page->image);
		g_async_queue_push(self->pool->done, page);
	}
}

bool
dd_scan_pool_start(DdScanPool *self, GError **error)
{
	for (guint i = 0; i < self->readers->len; i++) {
		Worker *worker = g_new0(Worker, 1);
		*worker = (Worker){self, self->readers->pdata[i]};
		g_autoptr(GError) why = NULL;
		GThread *thread = g_thread_try_new("recogniser", work, worker, &why);
		if (thread == NULL) {
			g_free(worker);
			g_set_error(error, DD_ERROR, DD_ERROR_IO, "threads: %s", why->message);
			return false;
		}
		g_ptr_array_add(self->threads, thread);
		page_free(g_async_queue_pop(self->done));
	}
	return true;
}

void
dd_scan_pool_free(DdScanPool *self)
{
	if (self == NULL)
		return;
	for (guint i = 0; i < self->threads->len; i++) {
		Page *end = g_new0(Page, 1);
		end->is_end = true;
		g_async_queue_push(self->todo, end);
	}
	for (guint i = 0; i < self->threads->len; i++)
		g_thread_join(self->threads->pdata[i]);
	g_ptr_array_unref(self->threads);
	g_ptr_array_unref(self->readers);
	g_async_queue_unref(self->todo);
	g_async_queue_unref(self->done);
	g_free(self);
}

/* A run of one job */
typedef struct {
	DdScanPool *pool;
	const DdRecogniseJob *job;
	uint32_t waiting; /* pages that were handed out */
	uint64_t pixels;  /* of them */
} Run;

static void
take_one(Run *self, bool is_wanted)
{
	Page *page = g_async_queue_pop(self->pool->done);
	self->waiting--;
	self->pixels -= page->pixels;
	if (is_wanted)
		self->job->take(page->i, g_steal_pointer(&page->content), self->job->user_data);
	page_free(page);
}

static bool
hand_out(Run *self, uint32_t i, GError **error)
{
	Page *page = g_new0(Page, 1);
	page->i = i;
	if (!self->job->draw(i, &page->image, self->job->user_data, error)) {
		page_free(page);
		return false;
	}
	page->pixels = (uint64_t)page->image.width * page->image.height;
	self->pixels += page->pixels;
	self->waiting++;
	g_async_queue_push(self->pool->todo, page);
	/* cppcheck-suppress memleak; the queue has it now, and a thread will */
	return true;
}

bool
dd_scan_pool_run(DdScanPool *self, const DdRecogniseJob *job, GError **error)
{
	Run run = {.pool = self, .job = job};
	bool good = true;
	for (uint32_t i = 0; good && i < job->n; i++) {
		/* one page waits for each that is being read, so that nobody waits for its drawing */
		while (run.waiting > 0 &&
			(run.waiting > self->threads->len ||
				run.pixels > PIXELS_AHEAD * (uint64_t)self->threads->len))
			take_one(&run, true);
		good = hand_out(&run, i, error);
	}
	while (run.waiting > 0)
		take_one(&run, good);
	return good;
}
