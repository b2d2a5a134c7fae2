using System.CommandLine;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Web.Setup;

namespace UnionBot.Web.Commands;

/// <summary>Writes the templates with what staff changed and added as files.</summary>
internal sealed class ExportTemplatesCommand : IBotCommand
{
    public Command Describe()
    {
        var folder = new Argument<string>("folder") { Description = "An empty folder, or one that is not there yet." };
        var command = new Command("export-templates", "Write the templates, merged with what staff changed and added, as files.") { folder };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var changed = await context.Services.GetRequiredService<StaffTemplateBook>().ReadAsync(ct);
            var added = await context.Services.GetRequiredService<AddedSentenceBook>().ReadAsync(ct);
            try
            {
                TemplateExport.Write(
                    ConversationServices.TemplateFolder,
                    parsed.GetRequiredValue(folder),
                    context.Services.GetRequiredService<TemplateReader>().Read(changed).Merged,
                    [.. added.Select(a => a.Sentence)]);
            }
            catch (IOException failure)
            {
                return await StaffWork.RefuseAsync(parsed, failure.Message);
            }

            await context.Output.WriteLineAsync($"Written to {parsed.GetRequiredValue(folder)}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
