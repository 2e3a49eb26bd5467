// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/catalog_view.h"

#include "views/catalog/catalog_card.h"
#include "views/catalog/catalog_model.h"
#include "views/catalog/command_box.h"
#include "views/catalog/needs_strip.h"
#include "views/catalog/topic_chips.h"
#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace ipclab {

CatalogView::CatalogView(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new CatalogModel(this))
    , m_card(new CatalogCard(context.look, this))
{
    createParts();
    connectParts();
    applyLook();
    retranslate();
}

void CatalogView::createParts()
{
    m_title = new QLabel(this);
    m_search = new QLineEdit(this);
    m_search->setClearButtonEnabled(true);
    m_topics = new TopicChips(m_context.look, this);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_card);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QListView::SingleSelection);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_empty = new QLabel(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_needs = new NeedsStrip(m_context.look, this);
    m_command = new CommandBox(m_context, this);
    m_labs = new QVBoxLayout;
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_search);
    m_labs->addLayout(head);
    m_labs->addWidget(m_topics);
    m_labs->addWidget(m_list, 1);
    m_labs->addWidget(m_empty, 1);
    m_labs->addWidget(m_needs);
    m_runs = new RecentRuns(m_context.look, this);
    m_side = new QScrollArea(this);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    auto* const side = new QWidget;
    side->setObjectName(QStringLiteral("workbench"));
    m_sideColumn = new QVBoxLayout(side);
    m_sideColumn->addWidget(m_command);
    m_sideColumn->addWidget(m_runs, 1);
    m_side->setWidget(side);
    m_row = new QHBoxLayout(this);
    m_row->addLayout(m_labs, 1);
    m_row->addWidget(m_side);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    setFocusProxy(m_search);
}

void CatalogView::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setSearch(words);
        chooseFirst();
        showCount();
    });
    connect(m_topics, &TopicChips::picked, this, [this](const QString& topic) {
        chooseTopic(topic);
        emit topicPicked(topic);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &CatalogView::showNeeds);
    connect(m_needs, &NeedsStrip::machineWanted, this, &CatalogView::machineWanted);
    connect(m_list, &QListView::clicked, this, &CatalogView::open);
    connect(m_command, &CommandBox::commandWanted, this, &CatalogView::commandWanted);
    connect(m_command, &CommandBox::attachWanted, this, &CatalogView::attachWanted);
    connect(m_command, &CommandBox::problemShown, this, [this](QWidget* field) {
        // When what is said beside it is laid out.
        QTimer::singleShot(0, m_side, [this, field] { m_side->ensureWidgetVisible(field); });
    });
    connect(m_runs, &RecentRuns::openWanted, this, &CatalogView::sessionWanted);
    connect(m_runs, &RecentRuns::againWanted, this, [this](const QString& line) {
        m_command->setLine(line);
        m_side->ensureWidgetVisible(m_command);
    });
    connect(&m_context.look, &Look::changed, this, &CatalogView::applyLook);
}

void CatalogView::setTopics(std::vector<CatalogTopic> topics)
{
    const CatalogLab* lab = m_model->labAt(m_list->currentIndex().row());
    const QString before = lab ? lab->id : QString();
    const int scrolled = m_list->verticalScrollBar()->value();
    m_topics->setTopics(topics);
    m_model->setTopics(std::move(topics));
    m_model->setTopic(m_topics->chosen());
    chooseFirst();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const CatalogLab* one = m_model->labAt(row); one && one->id == before)
            m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->verticalScrollBar()->setValue(scrolled);
    showCount();
}

void CatalogView::setRecentCommands(const QStringList& commands)
{
    m_command->setHistory(commands);
}

void CatalogView::setRecentRuns(std::vector<RecentRun> runs)
{
    m_runs->setRuns(std::move(runs));
}

void CatalogView::setCommand(const CommandWish& wish, bool moreShown)
{
    m_command->setWish(wish);
    m_command->setMoreShown(moreShown);
}

bool CatalogView::commandMore() const
{
    return m_command->moreShown();
}

void CatalogView::setProblem(const std::optional<CommandProblem>& problem)
{
    m_command->setProblem(problem);
}

void CatalogView::chooseFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->labAt(row)) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollToTop();
            return;
        }
    }
}

void CatalogView::goOnFrom(const QString& lab)
{
    bool passed = false;
    std::optional<int> chosen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const CatalogLab* const one = m_model->labAt(row);
        if (!one || (!passed && one->id != lab))
            continue;
        if (!passed || !isDone(*one))
            chosen = row;
        passed = true;
        if (!isDone(*one))
            break;
    }
    if (!chosen) // there is no such lab, or not of this topic
        return;
    m_list->setCurrentIndex(m_model->index(*chosen));
    QTimer::singleShot(0, m_list, [this] { // laid out, when the window is there
        m_list->scrollTo(m_list->currentIndex(), QListView::PositionAtCenter);
    });
}

void CatalogView::showCount()
{
    const bool none = m_model->labCount() == 0;
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    m_topics->setVisible(!m_model->empty());
    showNeeds();
    m_empty->setText(m_model->empty()
            ? tr("No labs are installed. A folder with a lab.toml in your data directory appears "
                 "here.")
            : tr("No lab has these words. Clear the search (Esc), or choose all topics."));
}

void CatalogView::open(const QModelIndex& index)
{
    if (const CatalogLab* lab = m_model->labAt(index.row()))
        emit labChosen(lab->id);
}

QWidget* CatalogView::labs() const
{
    return m_list;
}

void CatalogView::chooseTopic(const QString& id)
{
    m_topics->choose(id);
    m_model->setTopic(m_topics->chosen());
    chooseFirst();
    showCount();
}

void CatalogView::showNeeds()
{
    m_needs->setLab(m_model->labAt(m_list->currentIndex().row()));
}

void CatalogView::retranslate()
{
    m_title->setText(tr("Labs"));
    m_search->setPlaceholderText(tr("Search the labs"));
    m_search->setAccessibleName(tr("Search the labs"));
    m_list->setAccessibleName(tr("Labs"));
    showCount();
    m_list->viewport()->update();
}

void CatalogView::applyLook()
{
    const Look& look = m_context.look;
    const QRect chosen = m_list->visualRect(m_list->currentIndex());
    const bool seen = m_list->viewport()->rect().intersects(chosen);
    m_row->setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20));
    m_row->setSpacing(look.px(20));
    m_labs->setSpacing(look.px(8));
    m_search->setFixedWidth(look.px(240));
    m_side->setFixedWidth(look.px(340));
    m_side->setStyleSheet(
        QStringLiteral("QScrollArea, QWidget#workbench { background: transparent; }"));
    m_sideColumn->setContentsMargins(0, 0, look.px(10), 0); // for the scroll bar
    m_sideColumn->setSpacing(look.px(10));
    QFont title = look.title();
    title.setPixelSize(look.px(22));
    m_title->setStyleSheet(css(title, look.colour(Ink::Text)));
    m_empty->setStyleSheet(css(look.body(), look.colour(Ink::QuietText)));
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; border: 0; }"));
    fitCards();
    if (seen) // and the cards before it may be higher now
        QTimer::singleShot(0, m_list, [this] { m_list->scrollTo(m_list->currentIndex()); });
    update();
}

void CatalogView::fitCards()
{
    // With room for the scroll bar, there or not: so the cards keep their width.
    m_card->setWidth(std::max(m_list->width() - m_context.look.px(16), 200));
    emit m_card->sizeHintChanged({}); // the list lays its rows out again
}

void CatalogView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_context.look.colour(Ink::Background));
}

void CatalogView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
