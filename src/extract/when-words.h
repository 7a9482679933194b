/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-words.h: the words of expressions of time (private to the grammar of time) */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words the grammar knows; spellings of one word share one row */
typedef enum {
	DD_W_NONE,
	DD_W_NAM,    /* năm */
	DD_W_QUY,    /* quý */
	DD_W_THANG,  /* tháng */
	DD_W_TUAN,   /* tuần */
	DD_W_NGAY,   /* ngày */
	DD_W_HOUR,   /* giờ, h */
	DD_W_PHUT,   /* phút */
	DD_W_HANG,   /* hằng, hàng, mỗi */
	DD_W_CA,     /* cả */
	DD_W_TRONG,  /* trong */
	DD_W_VAO,    /* vào */
	DD_W_DAU,    /* đầu */
	DD_W_GIUA,   /* giữa */
	DD_W_CUOI,   /* cuối */
	DD_W_NUA,    /* nửa */
	DD_W_TU,     /* từ */
	DD_W_NAY,    /* nay */
	DD_W_DEN,    /* đến, tới */
	DD_W_HET,    /* hết */
	DD_W_TRUOC,  /* trước */
	DD_W_SAU,    /* sau */
	DD_W_KHI,    /* khi */
	DD_W_XONG,   /* xong */
	DD_W_HOAN,   /* hoàn */
	DD_W_THANH,  /* thành */
	DD_W_CHAM,   /* chậm, muộn */
	DD_W_NHAT,   /* nhất */
	DD_W_DINH,   /* định */
	DD_W_KY,     /* kỳ */
	DD_W_LAN,    /* lần */
	DD_W_MOT,    /* một */
	DD_W_THUONG, /* thường */
	DD_W_XUYEN,  /* xuyên */
	DD_W_LIEN,   /* liên */
	DD_W_TUC,    /* tục */
	DD_W_GIAI,   /* giai */
	DD_W_DOAN,   /* đoạn */
	DD_W_NHIEM,  /* nhiệm */
	DD_W_VA,     /* và */
	DD_W_CAC,    /* các, những */
	DD_W_TIEP,   /* tiếp */
	DD_W_THEO,   /* theo */
	DD_W_TRO,    /* trở */
	DD_W_DI,     /* đi */
	DD_W_CUA,    /* của */
	DD_W_KE,     /* kể */
	DD_W_LAM,    /* làm */
	DD_W_VIEC,   /* việc */
	DD_W_NEU,    /* nếu */
	DD_W_TUY,    /* tùy */
	DD_W_CAN,    /* căn */
	DD_W_LEAD, /* words before a time that add nothing: thực hiện, dự kiến, khoảng, phấn đấu, … */
	DD_W_THOI, /* thời */
	DD_W_GIAN, /* gian */
	DD_W_HAN,  /* hạn */
	DD_W_VONG, /* vòng */
	DD_W_NHU,  /* như */
	DD_W_BAO,  /* báo */
	DD_W_CAO,  /* cáo */
	DD_W_NOUN, /* head of what has a yearly form of its own: kế hoạch, dự toán, ngân sách, … */
	DD_W_BAT,   /* bắt */
	DD_W_KET,   /* kết */
	DD_W_THUC,  /* thúc */
	DD_W_HOC,   /* học */
	DD_W_SAU_6, /* sáu */
	DD_W_QUA,   /* quá */
	DD_W_MAKE,  /* before "báo cáo" as a thing: dựng, bản, thảo, lập */
	DD_W_PAPER, /* also before it: cương, bị, độ (đề cương, chuẩn bị, chế độ) */
	DD_W_TONG,  /* tổng */
	DD_W_HOP,   /* hợp */
	DD_W_CO,    /* có */
	DD_W_ORDER, /* what is waited for: lệnh, yêu, chỉ, đề (lệnh, yêu cầu, chỉ đạo, đề nghị) */
	DD_W_DIP,   /* dịp */
	DD_W_MUA,   /* mùa */
	DD_W_STORM, /* what ends: mưa, bão, lũ, lụt, tết */
	DD_W_PREP, /* begins another part of the sentence: đối, cho, trên, để, nhằm, bằng */
	DD_W_TAI,  /* tại, which does so too, but stands before meetings */
	DD_W_DATA, /* before a period that says which things: liệu (số liệu, dữ liệu) */
	DD_W_MEET, /* họp */
	DD_W_DU,   /* đủ */
	DD_W_DOI,  /* dõi */
	DD_W_LAST
} DdWord;

G_END_DECLS
