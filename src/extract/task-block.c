/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-block.c: which paragraphs an item is made of, and whose the labelled fields behind its bullets are */
#include <string.h>

#include "label.h"
#include "mark.h"
#include "task-private.h"

bool
dd_task_is_closing(const DdTasker *self, const DdPara *para)
{
	if (para->mark != DD_MARK_NONE)
		return false;
	dd_context_scan(self->context, para->start, MIN(para->end, para->start + 200));
	return dd_outline_is_closing(self->grammar->tools.outline, &self->context->scratch, 0);
}

bool
dd_task_ends_with(const DdTasker *self, const DdPara *para, const char *signs)
{
	return para->end > para->body && strchr(signs, self->context->chars[para->end - 1]) != NULL;
}

/* "(Chi tiết tại Phụ lục kèm theo)" on a line of its own is about the whole part, not about the item above it. */
static bool
is_note(const DdTasker *self, const DdPara *para)
{
	if (self->context->chars[para->body] != '(' || !dd_task_ends_with(self, para, ")./"))
		return false;
	dd_context_scan(self->context, para->body, para->end);
	return dd_phrases_has(self->grammar->cues, &self->context->scratch, 0,
		self->context->scratch.n, DD_WORK_POINTER);
}

/* Does the plain paragraph @j behind the item @i tell what comes next, and not under the item: "Giao Sở Y tế:"? */
static bool
announces(const DdTasker *self, size_t i, size_t j)
{
	if (j + 1 >= self->context->paras->len || !dd_task_ends_with(self, dd_task_para(self, j), ":"))
		return false;
	const DdPara *next = dd_task_para(self, j + 1);
	/* in a numbered list it is the item's own, and something between it and the next item was lost */
	return dd_task_is_item(next) && dd_mark_is_bullet((DdMark)next->mark) &&
	       next->above != (int32_t)i;
}

DdTaskBlock
dd_task_find_block(const DdTasker *self, size_t i)
{
	DdTaskBlock block = {.first = i, .text_first = i, .text_end = i + 1, .end = i + 1};
	size_t n = self->context->paras->len;
	bool open = !dd_task_ends_with(self, dd_task_para(self, i), ".;:");
	for (size_t j = i + 1; j < n; j++) {
		const DdPara *para = dd_task_para(self, j);
		if (para->role == DD_ROLE_TASK_MORE) {
			block.has_fields = true;
			block.end = j + 1;
			continue;
		}
		if (para->mark != DD_MARK_NONE || para->role != DD_ROLE_PROSE ||
			dd_task_is_closing(self, para) || is_note(self, para) || announces(self, i, j))
			break;
		if (block.has_fields) {
			/* the value of a label that stands alone, as of "Giải pháp:" */
			if (!self->facts[j - 1].extends &&
				!dd_task_ends_with(self, dd_task_para(self, j - 1), ":"))
				break;
			self->facts[j].extends = true;
			block.end = j + 1;
			continue;
		}
		block.text_end = block.end = j + 1;
	}
	/* a title that does not end like a sentence names what the paragraph under it says */
	if (open && block.text_end > i + 1)
		block.text_first = i + 1;
	return block;
}

void
dd_task_gather_facts(DdTasker *self)
{
	size_t item = SIZE_MAX;
	for (size_t i = 0; i < self->context->paras->len; i++) {
		const DdPara *para = dd_task_para(self, i);
		if (dd_task_is_item(para)) {
			item = i;
			if (para->above >= 0) {
				int32_t over = dd_task_para(self, (size_t)para->above)->above;
				self->facts[para->above].last_child = (uint32_t)i;
				if (over >= 0 && !dd_mark_is_bullet((DdMark)para->mark))
					self->facts[over].nested = true;
			}
		} else if (para->role == DD_ROLE_TASK_MORE && item != SIZE_MAX &&
			   !self->facts[item].labelled) {
			self->facts[item].labelled = true;
			self->facts[item].label_mark = para->mark;
			int32_t above = dd_task_para(self, item)->above;
			if (above >= 0)
				self->facts[above].labelled_children++;
		} else if (para->role != DD_ROLE_TASK_MORE && para->role != DD_ROLE_PROSE) {
			item = SIZE_MAX;
		}
	}
}

bool
dd_task_takes_in_children(const DdTasker *self, size_t i)
{
	const DdPara *para = dd_task_para(self, i);
	const DdBlockFacts *facts = &self->facts[i];
	if (para->children == 0 || facts->labelled_children != 1 || facts->labelled ||
		dd_mark_is_bullet((DdMark)para->mark))
		return false;
	const DdPara *last = dd_task_para(self, facts->last_child);
	const DdBlockFacts *last_facts = &self->facts[facts->last_child];
	if (!dd_mark_is_bullet((DdMark)last->mark) || last->children > 0 || !last_facts->labelled)
		return false;
	return last_facts->label_mark == last->mark || para->children > 1;
}

DdTaskBlock
dd_task_block_with_children(const DdTasker *self, size_t i)
{
	DdTaskBlock last = dd_task_find_block(self, self->facts[i].last_child);
	return (DdTaskBlock){.first = i,
		.text_first = i,
		.text_end = last.text_end,
		.end = last.end,
		.has_fields = true};
}

size_t
dd_task_find_shared_content(const DdTasker *self, size_t i)
{
	const DdBlockFacts *facts = &self->facts[i];
	if (dd_task_para(self, i)->children == 0 || !facts->labelled || facts->labelled_children != 1)
		return SIZE_MAX;
	const DdPara *last = dd_task_para(self, facts->last_child);
	size_t j = i + 1, len = 0;
	while (j <= facts->last_child && dd_task_para(self, j)->role == DD_ROLE_TASK_MORE)
		j++;
	const DdPara *first = dd_task_para(self, j);
	if (j == i + 1 || !dd_task_is_item(first) || first->above != (int32_t)i ||
		!dd_mark_is_bullet((DdMark)first->mark) || last->mark != first->mark ||
		last->children > 0 || !self->facts[facts->last_child].labelled ||
		self->facts[facts->last_child].label_mark != facts->label_mark)
		return SIZE_MAX;
	size_t at = dd_context_scan_para(self->context, j - 1);
	return dd_label_match(self->grammar->tools.labels, &self->context->scratch, at, &len) ==
			       DD_LABEL_CONTENT
		       ? j - 1
		       : SIZE_MAX;
}
