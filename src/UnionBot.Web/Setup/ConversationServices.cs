using UnionBot.Chat.Calendar;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Intents;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Web.Channels.WebChat;

namespace UnionBot.Web.Setup;

/// <summary>Registers the conversation: its words, the services' dialogs, and the inbox behind them.</summary>
internal static class ConversationServices
{
    /// <summary>The data files that come with the program: templates, opening words, knowledge.</summary>
    public static string TemplateFolder { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    private static readonly Lazy<UnderstandingFiles> DemoFiles = new(() => UnderstandingFiles.Read(TemplateFolder, demo: true));
    private static readonly Lazy<UnderstandingFiles> EarnestFiles = new(() => UnderstandingFiles.Read(TemplateFolder, demo: false));

    private static readonly SharedWhileUsed<LoadedUnderstanding> InDemo = new();
    private static readonly SharedWhileUsed<LoadedUnderstanding> InEarnest = new();

    // As the others, from files that do not change while the program runs: once for all hosts of a process.
    private static readonly Lazy<TemplateBook> Replies = new(() => TemplateBook.Load(
        TemplateFolder, [typeof(IReply).Assembly, typeof(UnionDb).Assembly, typeof(ServiceCatalog).Assembly]));

    /// <param name="demo">Whether invented places and days are told.</param>
    /// <param name="learnt">Where it is kept what was learnt before; null to learn at each start.</param>
    public static void AddConversation(this IServiceCollection services, bool demo, LearntModels? learnt = null)
    {
        var folder = new DataFolder(TemplateFolder);
        var holidays = new Lazy<HolidaySchedule>(() => HolidayFile.LoadAll(TemplateFolder));
        var understanding = new CurrentUnderstanding(new(() => Learn(demo, learnt).With(holidays.Value)));
        services.AddSingleton(folder);
        services.AddSingleton(understanding);
        services.AddSingleton(_ => Files(demo).Value);
        services.AddSingleton(_ => Replies.Value);
        services.AddSingleton(_ => holidays.Value);
        services.AddCalendar(folder);
        services.AddSingleton(new ConversationOptions
        {
            BindingDialog = "membership/bind",
            FollowDialog = "membership/follow",
            QuestionDialog = "knowledge/answer",
            NumberDialog = "cases/progress",
        });
        services.AddScoped(scope => new Conversation(
            [.. scope.GetServices<IDialog>()],
            scope.GetRequiredService<Vocabulary>(),
            scope.GetRequiredService<ConversationOptions>(),
            understanding));

        services.AddWords(folder, understanding);
        foreach (var service in ServiceCatalog.All) service.AddTo(services);
    }

    /// <summary>What is made from the folder that staff may change while the bot runs: always the table in force.</summary>
    private static void AddWords(this IServiceCollection services, DataFolder folder, CurrentUnderstanding understanding)
    {
        var words = new ServiceCollection();
        words.AddSingleton(read => Vocabulary.Load(read.GetRequiredService<DataFolder>().Path, [.. ServiceCatalog.All.Select(s => s.Name)]));
        words.AddSingleton(read => LockScreenWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => NamedDays.Load(read.GetRequiredService<DataFolder>().Path));
        words.AddSingleton(read => Surnames.Load(read.GetRequiredService<DataFolder>().Path));
        words.AddSingleton(read => AccountMenu.Load(
            read.GetRequiredService<DataFolder>().Path, read.GetRequiredService<Vocabulary>(), [WebChatEndpoints.Page]));
        foreach (var service in ServiceCatalog.All) service.AddWords(words);

        foreach (var table in words)
            services.AddTransient(table.ServiceType, provider => provider.GetRequiredService<WordTables>().Get(table.ServiceType));
        words.AddSingleton(understanding);
        services.AddSingleton(new WordTables(words, folder));
    }

    /// <summary>Reads the words; whoever needs them waits for them, and meets what is wrong with them.</summary>
    public static void ReadAhead(bool demo)
    {
        _ = Replies.Value;
        _ = Files(demo).Value;
    }

    /// <summary>
    /// Learns on a thread of its own, while the bot answers already what needs no understanding; the first free words wait for it.
    /// </summary>
    public static void BeginLearning(CurrentUnderstanding understanding)
    {
        if (!understanding.IsLearnt) _ = Task.Run(() => understanding.Value);
    }

    /// <summary>Learning leaves more behind than the bot needs afterwards; what a small server lacks is memory.</summary>
    public static void GiveBackMemory() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static Lazy<UnderstandingFiles> Files(bool demo) => demo ? DemoFiles : EarnestFiles;

    private static LoadedUnderstanding Learn(bool demo, LearntModels? learnt) => (demo ? InDemo : InEarnest).Get(() =>
    {
        var understanding = Files(demo).Value.Learn(learnt: learnt);
        GiveBackMemory();
        return understanding;
    });
}
