using System.CommandLine;
using UnionBot.Web.Commands.Broadcasts;
using UnionBot.Web.Commands.Campaigns;
using UnionBot.Web.Commands.Cases;
using UnionBot.Web.Commands.Seed;
using UnionBot.Web.Commands.Understanding;

namespace UnionBot.Web.Commands;

/// <summary>The command line: all commands, in the order of its help.</summary>
internal static class CommandTree
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(90);

    private static readonly IBotCommand[] All =
    [
        new RunCommand(),
        new MigrateCommand(),
        new CheckCommand(),
        new RotateKeysCommand(),
        new ImportCommand(),
        new SeedCommand(),
        new DemoStaffCommand(),
        new AdminCommand(),
        new StaffCommand(),
        new DutyCommand(),
        new CasesCommand(),
        new JobsCommand(),
        new CalendarCommand(),
        new WeatherCommand(),
        new BroadcastCommand(),
        new CampaignCommand(),
        new OutboxCommand(),
        new MenuCommand(),
        new BindCodeCommand(),
        new UnderstandCommand(),
        new VacancyCommand(),
        new LegalAidCommand(),
        new KnowledgeCommand(),
        new TemplatesCommand(),
        new ExportTemplatesCommand(),
    ];

    public static RootCommand Build()
    {
        var root = new RootCommand("UnionBot: a chat and WeChat official-account bot for trade unions.")
        {
            CommandEdge.SettingsFile,
        };
        foreach (var command in All) root.Add(command.Describe());

        RunCommand.SetAction(root);
        return root;
    }

    public static Task<int> RunAsync(string[] arguments) => Build().Parse(arguments).InvokeAsync(new InvocationConfiguration
    {
        // Stopping means finishing what is in hand and shutting the private server down.
        ProcessTerminationTimeout = LongestStop,
    });
}
